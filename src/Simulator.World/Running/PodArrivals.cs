using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>Creates the pods of a trace, each at its time: many users, of whom nobody waits for another.</summary>
internal sealed class PodArrivals : ICaller, IDisposable
{
    /// <summary>More a second than any trace has: each user has a client of his own.</summary>
    private const int Unlimited = 1_000_000;

    private readonly SimulatedCluster _cluster;
    private readonly ApiClient _users;
    private readonly IEnumerator<ArrivingPod> _pods;

    /// <summary>Of those whose creation was sent and not answered.</summary>
    private readonly HashSet<ObjectKey> _sent = [];

    public PodArrivals(SimulatedCluster cluster, IArrivingPods pods)
    {
        (_cluster, _pods) = (cluster, pods.Read().GetEnumerator());
        _users = cluster.Terminal.NewClient(this, Unlimited);
    }

    private TimeSpan Next => _pods.Current.At;

    public void Begin()
    {
        if (_pods.MoveNext()) Plan();
    }

    public void Complete(in ApiResponse response)
    {
        if (response.Request is not CreateRequest { Object: var value }) return;
        _sent.Remove(value.Key);
        if (!response.IsOk) _cluster.Log.Write(ObservationKind.CreationRefused, $"{value.Kind} {value.Key}", response.Outcome);
    }

    public void Dispose() => _pods.Dispose();

    private void Plan() => _cluster.Simulation.ScheduleAt(Next, Create);

    private void Create()
    {
        do
        {
            var value = Named(_pods.Current);
            _sent.Add(value.Key);
            _users.Send(new CreateRequest(value));
            if (!_pods.MoveNext()) return;
        }
        while (Next <= _cluster.Simulation.Now);
        Plan();
    }

    /// <summary>A trace may use a name again while the first of it is there.</summary>
    private ApiObject Named(ArrivingPod pod)
    {
        var value = pod.Object;
        var isFree = !_sent.Contains(value.Key) && _cluster.Store.Find(value.Kind, value.Key) is null;
        return isFree
            ? value
            : value with { Metadata = value.Metadata with { Name = FormattableString.Invariant($"{value.Name}-{pod.Row}") } };
    }
}
