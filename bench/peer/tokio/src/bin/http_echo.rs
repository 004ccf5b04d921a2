//! The HTTP server of http_echo_server.cpp with Tokio: a task a connection.
//!
//! http_echo WORKERS

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const REPLY: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Content-Type: text/plain\r\n\
    Content-Length: 13\r\n\
    \r\n\
    Hello, world!";
const BLANK_LINE: &[u8] = b"\r\n\r\n";
const BURN: &[u8] = b"GET /burn?us=";

async fn serve(mut stream: TcpStream) -> io::Result<()> {
    let mut requests = [0; 4096];
    let mut held = 0;
    let mut answers = Vec::new();
    loop {
        // With no space left for a request too long, this ends as if the client had left.
        let n = stream.read(&mut requests[held..]).await?;
        if n == 0 {
            return Ok(());
        }
        held += n;
        let mut begin = 0;
        while let Some(n) = find(&requests[begin..held], BLANK_LINE) {
            answer(&requests[begin..begin + n], &mut answers);
            begin += n + BLANK_LINE.len();
        }
        requests.copy_within(begin..held, 0);
        held -= begin;
        if !answers.is_empty() {
            stream.write_all(&answers).await?;
            answers.clear();
        }
    }
}

/// Looks for the first byte and compares there, as the C++ standard library does.
fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        from += memchr(what[0], &bytes[from..])?;
        if bytes[from..].starts_with(what) {
            return Some(from);
        }
        from += 1;
    }
}

fn memchr(byte: u8, bytes: &[u8]) -> Option<usize> {
    // SAFETY: the call reads `bytes.len()` bytes, and what it returns points to one of them.
    unsafe {
        let p = libc::memchr(bytes.as_ptr().cast(), byte.into(), bytes.len()) as *const u8;
        (!p.is_null()).then(|| p.offset_from(bytes.as_ptr()) as usize)
    }
}

fn answer(request: &[u8], answers: &mut Vec<u8>) {
    if let Some(rest) = request.strip_prefix(BURN) {
        let digits = rest
            .split(|b| !b.is_ascii_digit())
            .next()
            .unwrap_or_default();
        let us = std::str::from_utf8(digits)
            .ok()
            .and_then(|d| d.parse().ok())
            .unwrap_or(0);
        bench::burn(Duration::from_micros(us));
    }
    answers.extend_from_slice(REPLY);
}

fn main() -> io::Result<()> {
    let [workers] = bench::arguments("http_echo WORKERS");
    bench::runtime(workers)?.block_on(async {
        let listener = bench::listen()?;
        // A task of its own, for the thread that blocks here is none of the workers.
        tokio::spawn(bench::accept(listener, serve)).await?
    })
}
