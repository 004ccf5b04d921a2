//! What the programs share.

use std::future::Future;
use std::io::{self, Read};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// The program's arguments, which are positive numbers.
pub fn arguments<const N: usize>(usage: &str) -> [usize; N] {
    let values: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|a| a.parse().ok())
        .collect();
    match <[usize; N]>::try_from(values) {
        Ok(values) if !values.contains(&0) => values,
        _ => {
            eprintln!("usage: {usage}");
            std::process::exit(2)
        }
    }
}

pub fn runtime(workers: usize) -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
}

/// Opens a port, prints it for whoever started the server, and ends the process when they close
/// its standard input, be it because they died.
pub fn listen() -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    // TcpListener::bind() has a shorter queue of connections than the other servers.
    let listener = socket.listen(4096)?;
    println!("{}", listener.local_addr()?.port());
    std::thread::spawn(|| {
        let mut byte = [0];
        while matches!(io::stdin().read(&mut byte), Ok(1)) {}
        std::process::exit(0)
    });
    Ok(listener)
}

/// Serves each connection in a task of its own.
pub async fn accept<F, S>(listener: TcpListener, serve: S) -> io::Result<()>
where
    F: Future<Output = io::Result<()>> + Send + 'static,
    S: Fn(TcpStream) -> F,
{
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        // It fails when the client has left.
        tokio::spawn(serve(stream));
    }
}

/// Costs CPU time.
pub fn burn(time: Duration) {
    let end = thread_cpu() + time;
    while thread_cpu() < end {}
}

fn thread_cpu() -> Duration {
    clock(libc::CLOCK_THREAD_CPUTIME_ID)
}

/// Of the process.
pub fn cpu_time() -> Duration {
    clock(libc::CLOCK_PROCESS_CPUTIME_ID)
}

fn clock(id: libc::clockid_t) -> Duration {
    let mut t = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the call writes to `t` alone.
    unsafe { libc::clock_gettime(id, &mut t) };
    Duration::new(t.tv_sec as u64, t.tv_nsec as u32)
}
