namespace Simulator.Engine;

/// <summary>A place in the queue of a <see cref="Engine.Resource"/>, and later the right to use it.</summary>
public sealed class Request : Event, IDisposable
{
    internal Request(Simulation simulation, Resource resource)
        : base(simulation) => Resource = resource;

    public Resource Resource { get; }

    internal LinkedListNode<Request>? Place { get; set; }

    internal bool IsOver { get; set; }

    public void Dispose() => Resource.Release(this);
}
