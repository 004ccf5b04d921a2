//! What one operation of Tokio costs, in the cases of tasks.cpp and tasks_spawn.cpp. Prints
//! nanoseconds an operation.
//!
//! tasks THREADS CASE OPERATIONS

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Instant;

use tokio::runtime::Runtime;
use tokio::sync::Notify;
use tokio::task::yield_now;

/// Counts down to the end, as the tasks of Tokio have nobody who waits for all of them.
struct Countdown {
    left: AtomicUsize,
    ended: Notify,
}

impl Countdown {
    fn new(n: usize) -> Arc<Self> {
        Arc::new(Countdown {
            left: AtomicUsize::new(n),
            ended: Notify::new(),
        })
    }

    fn done(&self) {
        if self.left.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.ended.notify_one();
        }
    }

    async fn wait(&self) {
        self.ended.notified().await
    }
}

fn post_outside(runtime: &Runtime, n: usize) {
    let left = Countdown::new(n);
    for _ in 0..n {
        let left = left.clone();
        runtime.spawn(async move { left.done() });
    }
    runtime.block_on(left.wait())
}

fn link(left: usize, ended: Arc<Countdown>) {
    tokio::spawn(async move {
        if left > 1 {
            link(left - 1, ended)
        } else {
            ended.done()
        }
    });
}

async fn chains(count: usize, n: usize) {
    let ended = Countdown::new(count);
    for _ in 0..count {
        link(n / count, ended.clone());
    }
    ended.wait().await
}

fn node(size: usize, left: Arc<Countdown>) {
    tokio::spawn(async move {
        let half = (size - 1) / 2;
        if half > 0 {
            node(half, left.clone());
        }
        if size - 1 - half > 0 {
            node(size - 1 - half, left.clone());
        }
        left.done()
    });
}

async fn tree(n: usize) {
    let left = Countdown::new(n);
    node(n, left.clone());
    left.wait().await
}

async fn give_way(n: usize) {
    const TASKS: usize = 64;
    let ended = Countdown::new(TASKS);
    for _ in 0..TASKS {
        let ended = ended.clone();
        tokio::spawn(async move {
            for _ in 0..n / TASKS {
                yield_now().await
            }
            ended.done()
        });
    }
    ended.wait().await
}

async fn spawn_detached(n: usize) {
    const BATCH: usize = 256; // so that not all tasks are alive at once
    let left = Countdown::new(n);
    for i in 1..=n {
        let left = left.clone();
        tokio::spawn(async move { left.done() });
        if i % BATCH == 0 {
            yield_now().await
        }
    }
    left.wait().await
}

async fn spawn_await(n: usize) {
    for _ in 0..n {
        tokio::spawn(async {}).await.unwrap()
    }
}

type Boxed = Pin<Box<dyn Future<Output = usize> + Send>>;

fn skynet(number: usize, size: usize) -> Boxed {
    Box::pin(async move {
        if size == 1 {
            return number;
        }
        let child = |i| tokio::spawn(skynet(number + i * (size / 10), size / 10));
        let children: [_; 10] = std::array::from_fn(child);
        let mut sum = 0;
        for c in children {
            sum += c.await.unwrap()
        }
        sum
    })
}

fn fib(n: usize) -> Boxed {
    Box::pin(async move {
        if n < 2 {
            return n;
        }
        let first = tokio::spawn(fib(n - 1));
        let second = fib(n - 2).await;
        second + first.await.unwrap()
    })
}

/// Runs on a worker; gives the number of operations.
async fn run(name: String, n: usize) -> usize {
    const LEAVES: usize = 1_000_000;
    match name.as_str() {
        "chain-1" => chains(1, n).await,
        "chain-64" => chains(64, n).await,
        "tree" => tree(n).await,
        "yield" => give_way(n).await,
        "spawn-detached" => spawn_detached(n).await,
        "spawn-await" => spawn_await(n).await,
        "skynet" => {
            assert_eq!(skynet(0, LEAVES).await, LEAVES * (LEAVES - 1) / 2);
            return (LEAVES * 10 - 1) / 9;
        }
        "fib" => {
            assert_eq!(fib(27).await, 196_418);
            return 317_811;
        }
        _ => panic!("unknown case {name}"),
    }
    n
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [threads, name, operations] = arguments.as_slice() else {
        panic!("usage: tasks THREADS CASE OPERATIONS")
    };
    let n = operations.parse().expect("operations");
    let runtime = bench::runtime(threads.parse().expect("threads")).expect("runtime");
    let begin = Instant::now();
    let operations = if name == "post-outside" {
        post_outside(&runtime, n);
        n
    } else {
        runtime
            .block_on(runtime.spawn(run(name.clone(), n)))
            .unwrap()
    };
    println!("{}", begin.elapsed().as_nanos() as f64 / operations as f64);
}
