//! The server of tcp_echo_server.cpp with Tokio: a task a connection.
//!
//! tcp_echo WORKERS BUFFER_BYTES

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn serve(mut stream: TcpStream, size: usize) -> io::Result<()> {
    let mut buffer = vec![0; size];
    loop {
        let n = stream.read(&mut buffer).await?;
        if n == 0 {
            return Ok(());
        }
        stream.write_all(&buffer[..n]).await?;
    }
}

fn main() -> io::Result<()> {
    let [workers, size] = bench::arguments("tcp_echo WORKERS BUFFER_BYTES");
    bench::runtime(workers)?.block_on(async move {
        let listener = bench::listen()?;
        // A task of its own, for the thread that blocks here is none of the workers.
        tokio::spawn(bench::accept(listener, move |s| serve(s, size))).await?
    })
}
