namespace Simulator.Engine;

/// <summary>Something of which a limited number can be used at once; requests are granted first in, first out.</summary>
/// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
public sealed class Resource
{
    private readonly LinkedList<Request> _waiting = new();
    private readonly Simulation _simulation;

    public Resource(Simulation simulation, int capacity = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _simulation = simulation;
        Capacity = capacity;
    }

    public int Capacity { get; }

    public int InUse { get; private set; }

    public int Waiting => _waiting.Count;

    /// <summary>An event that succeeds when the request is granted. Disposing it gives the resource back, or leaves the queue.</summary>
    public Request Request()
    {
        var request = new Request(_simulation, this);
        if (InUse < Capacity)
            Grant(request);
        else
            request.Place = _waiting.AddLast(request);
        return request;
    }

    /// <summary>Gives back what was granted, or leaves the queue; nothing if that has been done.</summary>
    /// <exception cref="ArgumentException">The request belongs to another resource.</exception>
    public void Release(Request request)
    {
        if (request.Resource != this) throw new ArgumentException("The request belongs to another resource.", nameof(request));
        if (request.IsOver) return;
        request.IsOver = true;
        if (request.Place is { } place)
            _waiting.Remove(place);
        else
            PassOn();
    }

    private void PassOn()
    {
        InUse--;
        if (_waiting.First is not { } next) return;
        _waiting.RemoveFirst();
        Grant(next.Value);
    }

    private void Grant(Request request)
    {
        InUse++;
        request.Place = null;
        request.Succeed();
    }
}
