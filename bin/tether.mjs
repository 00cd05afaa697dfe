// Loaded before our scripts: when the process that started them is killed, they are asked to stop instead of staying behind.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
