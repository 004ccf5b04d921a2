//! How late a timer of Tokio is and how often two connections echo, in the cases of fairness.cpp.
//!
//! fairness WORKERS nothing|posts|yields|posters SECONDS

use std::io;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::task::yield_now;
use tokio::time::sleep_until;

const TASKS: u32 = 10;
const POSTERS: u32 = 2;
const AHEAD: u32 = 64;
const PERIOD: Duration = Duration::from_millis(1);

struct Samples {
    expired: Vec<(Instant, Instant)>, // when due, when it did
    due: Instant,                     // no earlier than the next time, less a period
}

struct Lateness(Mutex<Samples>);

impl Lateness {
    async fn tick(&self) {
        let mut due = Instant::now() + PERIOD;
        loop {
            sleep_until(due.into()).await;
            let now = Instant::now();
            let late = now.saturating_duration_since(due);
            {
                let mut samples = self.0.lock().unwrap();
                samples.expired.push((due, now));
                samples.due = now;
            }
            // What has been missed is not made up for: it has been counted.
            due += PERIOD * (late.as_nanos() / PERIOD.as_nanos() + 1) as u32;
        }
    }

    /// Those of timers that were due or late at some time from `begin` to `end`, and that of the
    /// timer that is late now.
    fn between(&self, begin: Instant, end: Instant) -> Vec<f64> {
        let samples = self.0.lock().unwrap();
        let mut found: Vec<f64> = samples
            .expired
            .iter()
            .filter(|(due, at)| *due < end && *at >= begin)
            .map(|(due, at)| microseconds(at.saturating_duration_since(*due)))
            .collect();
        let late = samples.due.elapsed().saturating_sub(PERIOD);
        if !late.is_zero() && (samples.due < end || found.is_empty()) {
            found.push(microseconds(late))
        }
        found.sort_by(f64::total_cmp);
        found
    }
}

fn microseconds(d: Duration) -> f64 {
    d.as_nanos() as f64 / 1000.0
}

async fn echo(mut stream: TcpStream) -> io::Result<()> {
    let mut byte = [0];
    loop {
        stream.read_exact(&mut byte).await?;
        stream.write_all(&byte).await?
    }
}

async fn ask(mut stream: TcpStream, trips: Arc<AtomicI64>) -> io::Result<()> {
    let mut byte = [0];
    loop {
        stream.write_all(&byte).await?;
        stream.read_exact(&mut byte).await?;
        trips.fetch_add(1, Relaxed);
    }
}

async fn start_echo(trips: Arc<AtomicI64>) -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let client = TcpStream::connect(listener.local_addr()?).await?;
    client.set_nodelay(true)?;
    let (peer, _) = listener.accept().await?;
    peer.set_nodelay(true)?;
    tokio::spawn(echo(peer));
    tokio::spawn(ask(client, trips));
    Ok(())
}

fn start_again(runtime: Handle) {
    let next = runtime.clone();
    runtime.spawn(async move { start_again(next) });
}

async fn give_way() {
    loop {
        yield_now().await
    }
}

fn post_from_outside(runtime: Handle) {
    let queued = Arc::new(AtomicU32::new(0));
    loop {
        while queued.load(Relaxed) >= AHEAD {
            std::thread::yield_now()
        }
        queued.fetch_add(1, Relaxed);
        let queued = queued.clone();
        runtime.spawn(async move {
            queued.fetch_sub(1, Relaxed);
        });
    }
}

fn start_beside(runtime: &Handle, what: &str) {
    match what {
        "nothing" => {}
        "posts" => (0..TASKS).for_each(|_| start_again(runtime.clone())),
        "yields" => (0..TASKS).for_each(|_| drop(runtime.spawn(give_way()))),
        "posters" => (0..POSTERS).for_each(|_| {
            let runtime = runtime.clone();
            std::thread::spawn(move || post_from_outside(runtime));
        }),
        _ => panic!("unknown case {what}"),
    }
}

fn show(part: &str, late: &[f64], trips: f64) -> String {
    let at = |percent: usize| late[(late.len() * percent).div_ceil(100) - 1];
    format!(
        "\"{part}_p50_us\": {:.1}, \"{part}_p99_us\": {:.1}, \"{part}_max_us\": {:.1}, \
         \"{part}_trips\": {trips:.1}",
        at(50),
        at(99),
        late[late.len() - 1]
    )
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [workers, beside, seconds] = arguments.as_slice() else {
        panic!("usage: fairness WORKERS nothing|posts|yields|posters SECONDS")
    };
    let seconds: f64 = seconds.parse().expect("seconds");
    let runtime = bench::runtime(workers.parse().expect("workers")).expect("runtime");
    let trips = Arc::new(AtomicI64::new(0));
    let late = Arc::new(Lateness(Mutex::new(Samples {
        expired: Vec::new(),
        due: Instant::now(),
    })));
    runtime.block_on(start_echo(trips.clone())).expect("echo");
    let ticking = late.clone();
    runtime.spawn(async move { ticking.tick().await });
    start_beside(runtime.handle(), beside);

    let part = Duration::from_secs_f64(seconds / 4.0);
    let begin = Instant::now() + Duration::from_millis(100); // threads have started
    let seen: Vec<i64> = (0..5)
        .map(|i| {
            std::thread::sleep((begin + part * i).saturating_duration_since(Instant::now()));
            trips.load(Relaxed)
        })
        .collect();
    let first = late.between(begin, begin + part);
    let last = late.between(begin + part * 3, begin + part * 4);
    let a_second = |i: usize| (seen[i + 1] - seen[i]) as f64 / part.as_secs_f64();
    println!(
        "{{{}, {}}}",
        show("first", &first, a_second(0)),
        show("last", &last, a_second(3))
    );
    // The tasks never end.
    std::process::exit(0)
}
