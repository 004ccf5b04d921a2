//! What tasks, channels and mutexes of Tokio cost, in the cases of facade.cpp and facade_sync.cpp.
//! Prints one JSON object.
//!
//! facade THREADS CASE

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::{mpsc, Mutex};
use tokio::task::yield_now;

async fn one() -> usize {
    1
}

async fn spawn_join() -> f64 {
    const TASKS: usize = 400_000;
    let begin = Instant::now();
    let mut sum = 0;
    for _ in 0..TASKS {
        sum += tokio::spawn(one()).await.unwrap()
    }
    assert_eq!(sum, TASKS);
    per_operation(begin, TASKS)
}

async fn spawn_500k() -> f64 {
    const TASKS: usize = 500_000;
    let begin = Instant::now();
    let mut tasks = Vec::with_capacity(TASKS);
    for _ in 0..TASKS {
        tasks.push(tokio::spawn(one()))
    }
    let mut sum = 0;
    for t in tasks {
        sum += t.await.unwrap()
    }
    assert_eq!(sum, TASKS);
    per_operation(begin, TASKS)
}

async fn sched() -> f64 {
    const TASKS: usize = 64;
    const YIELDS: usize = 40_000;
    let begin = Instant::now();
    in_tasks(TASKS, || async {
        for _ in 0..YIELDS {
            yield_now().await
        }
    })
    .await;
    per_operation(begin, TASKS * YIELDS)
}

const ROUND_TRIPS: usize = 500_000;

async fn channel_bounded() -> f64 {
    let (tx, mut incoming) = mpsc::channel(1);
    let (outgoing, mut rx) = mpsc::channel(1);
    let begin = Instant::now();
    let answering = tokio::spawn(async move {
        while let Some(v) = incoming.recv().await {
            outgoing.send(v).await.unwrap()
        }
    });
    for i in 0..ROUND_TRIPS {
        tx.send(i).await.unwrap();
        assert_eq!(rx.recv().await, Some(i));
    }
    let result = per_operation(begin, 2 * ROUND_TRIPS);
    drop(tx);
    answering.await.unwrap();
    result
}

async fn channel_unbounded() -> f64 {
    let (tx, mut incoming) = mpsc::unbounded_channel();
    let (outgoing, mut rx) = mpsc::unbounded_channel();
    let begin = Instant::now();
    let answering = tokio::spawn(async move {
        while let Some(v) = incoming.recv().await {
            outgoing.send(v).unwrap()
        }
    });
    for i in 0..ROUND_TRIPS {
        tx.send(i).unwrap();
        assert_eq!(rx.recv().await, Some(i));
    }
    let result = per_operation(begin, 2 * ROUND_TRIPS);
    drop(tx);
    answering.await.unwrap();
    result
}

async fn mutex() -> f64 {
    const LOCKS: usize = 10_000_000;
    let counter = Mutex::new(0);
    let begin = Instant::now();
    for _ in 0..LOCKS {
        *counter.lock().await += 1
    }
    let result = per_operation(begin, LOCKS);
    assert_eq!(counter.into_inner(), LOCKS);
    result
}

async fn mutex_4() -> f64 {
    const TASKS: usize = 4;
    const LOCKS: usize = 100_000; // of each
    let counter = Arc::new(Mutex::new(0));
    let begin = Instant::now();
    in_tasks(TASKS, || {
        let counter = counter.clone();
        async move {
            for _ in 0..LOCKS {
                *counter.lock().await += 1
            }
        }
    })
    .await;
    let result = per_operation(begin, TASKS * LOCKS);
    assert_eq!(*counter.lock().await, TASKS * LOCKS);
    result
}

/// Starts so many, and waits for all.
async fn in_tasks<F>(count: usize, task: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let tasks: Vec<_> = (0..count).map(|_| tokio::spawn(task())).collect();
    for t in tasks {
        t.await.unwrap()
    }
}

fn per_operation(begin: Instant, operations: usize) -> f64 {
    begin.elapsed().as_nanos() as f64 / operations as f64
}

/// Runs on a worker; gives nanoseconds an operation.
async fn run(name: String) -> f64 {
    match name.as_str() {
        "spawn-join" => spawn_join().await,
        "spawn-500k" => spawn_500k().await,
        "sched" => sched().await,
        "channel-bounded" => channel_bounded().await,
        "channel-unbounded" => channel_unbounded().await,
        "mutex" => mutex().await,
        "mutex-4" => mutex_4().await,
        _ => panic!("unknown case {name}"),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [threads, name] = arguments.as_slice() else {
        panic!("usage: facade THREADS CASE")
    };
    let runtime = bench::runtime(threads.parse().expect("threads")).expect("runtime");
    let ns = runtime.block_on(runtime.spawn(run(name.clone()))).unwrap();
    println!(
        "{{\"runtime\": \"tokio\", \"threads\": {threads}, \"case\": \"{name}\", \
         \"ns_per_op\": {ns:.1}}}"
    );
}
