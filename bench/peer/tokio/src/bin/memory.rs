//! What tasks of Tokio cost that sleep, measured as in memory.cpp.
//!
//! memory THREADS TASKS SECONDS

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

use tokio::time::{sleep, sleep_until};

static BEGUN: AtomicUsize = AtomicUsize::new(0);
static ENDED: AtomicUsize = AtomicUsize::new(0);

async fn sleeper(moment: Instant) {
    BEGUN.fetch_add(1, SeqCst);
    sleep_until(moment.into()).await;
    ENDED.fetch_add(1, SeqCst);
}

/// Runs on a worker.
async fn start(tasks: usize, seconds: u64) {
    let before = resident_bytes();
    let cpu = bench::cpu_time();
    let begin = Instant::now();
    let moment = begin + Duration::from_secs(seconds);
    for _ in 0..tasks {
        tokio::spawn(sleeper(moment));
    }
    while BEGUN.load(SeqCst) < tasks {
        sleep(Duration::from_millis(1)).await
    }
    let grown = resident_bytes() - before;
    assert!(
        Instant::now() < moment,
        "the first woke up before the last slept; let them sleep longer"
    );
    sleep_until(moment.into()).await;
    while ENDED.load(SeqCst) < tasks {
        sleep(Duration::from_millis(1)).await
    }
    println!(
        "{{\"bytes\": {:.1}, \"cpu_ms\": {:.3}, \"wall_s\": {:.4}}}",
        grown / tasks as f64,
        (bench::cpu_time() - cpu).as_secs_f64() * 1e3,
        begin.elapsed().as_secs_f64()
    );
}

fn resident_bytes() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm").expect("statm");
    let resident: f64 = pages
        .split_whitespace()
        .nth(1)
        .and_then(|p| p.parse().ok())
        .expect("pages");
    // SAFETY: the call has no conditions.
    resident * unsafe { libc::sysconf(libc::_SC_PAGESIZE) } as f64
}

fn main() {
    let [threads, tasks, seconds] = bench::arguments("memory THREADS TASKS SECONDS");
    let runtime = bench::runtime(threads).expect("runtime");
    runtime
        .block_on(runtime.spawn(start(tasks, seconds as u64)))
        .unwrap()
}
