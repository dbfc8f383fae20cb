namespace Simulator.Cli.Bench;

/// <param name="CallbackTimeoutsPerSecond">Callbacks that schedule themselves again, per second of processor time.</param>
/// <param name="ProcessTimeoutsPerSecond">Timeouts yielded by processes, per second of processor time.</param>
/// <param name="BytesPerCallbackEvent">Allocated by one callback event in steady state.</param>
/// <param name="BytesPerProcessTimeout">Allocated by one timeout of a process in steady state.</param>
public sealed record EngineBenchResult(
    int Pending,
    long Events,
    double CallbackTimeoutsPerSecond,
    double ProcessTimeoutsPerSecond,
    double BytesPerCallbackEvent,
    double BytesPerProcessTimeout);
