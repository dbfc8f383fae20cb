using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World.Observations;

/// <summary>Hands each fact of a cluster to all observers, in order.</summary>
public sealed class ObservationLog(Simulation simulation, string cluster, IReadOnlyList<IObserver> observers)
{
    // Behind an interface each fact would allocate an enumerator.
    private readonly IObserver[] _observers = [.. observers];
    private ObjectKey _named = new("", "");
    private string _name = "";

    /// <summary>Name of the cluster whose facts these are.</summary>
    public string Cluster => cluster;

    /// <summary>How facts name an object. Those of one pod come together, and share the text.</summary>
    public string NameOf(in ObjectKey key)
    {
        if (ReferenceEquals(key.Name, _named.Name) && ReferenceEquals(key.Namespace, _named.Namespace)) return _name;
        (_named, _name) = (key, key.ToString());
        return _name;
    }

    public void Write(ObservationKind kind, string subject, string other = "", long value = 0, long extra = 0)
    {
        var observation = new Observation(simulation.Now, kind, cluster, subject, other, value, extra);
        foreach (var observer in _observers) observer.Observe(observation);
    }
}
