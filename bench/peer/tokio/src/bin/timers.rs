//! What Tokio's timers cost, in the cases of timers.cpp.
//!
//! timers WORKERS arm-cancel|timeout|timeout-ready TIMERS | WORKERS expire SECONDS
//!
//! In timeout-ready no timer is armed, as Tokio first looks whether the task is ready.

use std::future::{poll_fn, Future};
use std::pin::Pin;
use std::task::Poll;
use std::time::{Duration, Instant};

use tokio::task::yield_now;
use tokio::time::{sleep, sleep_until, timeout, Sleep};

async fn arm_and_cancel(count: u64) {
    let mut timers: Vec<Pin<Box<Sleep>>> = Vec::with_capacity(count as usize);
    for i in 0..count {
        let mut timer = Box::pin(sleep(Duration::from_millis(3_600_000 + i)));
        // To poll it is to arm it.
        poll_fn(|context| {
            assert!(timer.as_mut().poll(context).is_pending());
            Poll::Ready(())
        })
        .await;
        timers.push(timer);
    }
    // To drop it is to cancel it.
}

async fn arm_cancel(count: u64) {
    // Unconstrained, for a task that has used up its budget cannot arm a timer.
    in_tasks(count, |n| tokio::task::unconstrained(arm_and_cancel(n))).await
}

async fn limit_often<F: Future<Output = ()>>(count: u64, limited: impl Fn() -> F) {
    for i in 0..count {
        let limit = Duration::from_millis(3_600_000 + i);
        timeout(limit, limited()).await.unwrap()
    }
}

/// Divides that many timers among tasks.
async fn in_tasks<F>(count: u64, task: impl Fn(u64) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    const TASKS: u64 = 64;
    let begin = Instant::now();
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| tokio::spawn(task(count / TASKS)))
        .collect();
    for t in tasks {
        t.await.unwrap()
    }
    let ns = begin.elapsed().as_nanos() as f64;
    println!("{{\"ns_per_timer\": {:.1}}}", ns / count as f64);
}

async fn expire_often(first: Instant, period: Duration, end: Instant) -> Vec<f64> {
    let mut late = Vec::new(); // microseconds
    let mut due = first;
    while due < end {
        sleep_until(due.into()).await;
        late.push(due.elapsed().as_nanos() as f64 / 1000.0);
        due += period;
    }
    late
}

async fn expire(seconds: u64) {
    const TASKS: u32 = 1000;
    const PERIOD: Duration = Duration::from_millis(100);
    let begin = Instant::now() + Duration::from_millis(50);
    let end = begin + Duration::from_secs(seconds);
    let cpu = bench::cpu_time();
    let tasks: Vec<_> = (0..TASKS)
        .map(|i| tokio::spawn(expire_often(begin + i * PERIOD / TASKS, PERIOD, end)))
        .collect();
    let mut late = Vec::new();
    for t in tasks {
        late.extend(t.await.unwrap())
    }
    let cpu_us = (bench::cpu_time() - cpu).as_nanos() as f64 / 1000.0;
    late.sort_by(f64::total_cmp);
    println!(
        "{{\"cpu_us_per_expiry\": {:.3}, \"late_p50_us\": {:.1}, \"late_p99_us\": {:.1}}}",
        cpu_us / late.len() as f64,
        late[late.len() / 2],
        late[late.len() * 99 / 100]
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [workers, name, n] = arguments.as_slice() else {
        panic!("usage: timers WORKERS CASE TIMERS | WORKERS expire SECONDS")
    };
    let n = n.parse().expect("a number");
    let runtime = bench::runtime(workers.parse().expect("workers")).expect("runtime");
    runtime.block_on(async {
        match name.as_str() {
            "arm-cancel" => arm_cancel(n).await,
            "timeout" => in_tasks(n, |n| limit_often(n, yield_now)).await,
            "timeout-ready" => in_tasks(n, |n| limit_often(n, || async {})).await,
            "expire" => expire(n).await,
            _ => panic!("unknown case {name}"),
        }
    })
}
