namespace Simulator.Engine;

/// <summary>An event failed and nobody waited for it, or a process went on without handling a fault.</summary>
public sealed class UnhandledFaultException : Exception
{
    internal UnhandledFaultException(Event fault, object? value)
        : base(
            $"Nobody handled the fault of {fault.GetType().Name} at {fault.Simulation.Now}: {value ?? "no value"}.", value as Exception) =>
        Fault = fault;

    /// <summary>The event that failed, or the process that went on.</summary>
    public Event Fault { get; }
}
