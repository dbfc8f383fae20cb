namespace Simulator.Engine;

/// <summary>An event failed and nobody waited for it, or a process went on without handling a fault.</summary>
public sealed class UnhandledFaultException : Exception
{
    public UnhandledFaultException(Event source)
        : base($"Nobody handled the fault of {source.GetType().Name} at {source.Simulation.Now}: {source.Value ?? "no value"}.", source.Value as Exception) =>
        Fault = source;

    public Event Fault { get; }
}
