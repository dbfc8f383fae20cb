using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>Moves deployments from one pod template to the next through ReplicaSets (pkg/controller/deployment of 1.3.10).</summary>
public sealed class DeploymentController : KeyedController
{
    private readonly DeploymentCache _cache;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    /// <param name="order">Null = by name.</param>
    public DeploymentController(DeploymentOptions options, Instant start, IMapOrder? order = null)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        _cache = new DeploymentCache(order ?? NameOrder.Instance);
        SyncBy(new DeploymentSync(_cache, Queue, Routines).Run);
    }

    public override string Name => "deployment-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "ReplicaSet", "Deployment"];

    private protected override IEnumerable<ObjectKey> Keys => _cache.Deployments.Select(deployment => deployment.Key);

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _cache.ObservePod(change, Queue);
        else if (change.Object is ReplicaSet) _cache.Observe(change, Queue);
        else if (change.Object is Deployment deployment) ObserveDeployment(change.Type, deployment);
    }

    private void ObserveDeployment(WatchEventType type, Deployment deployment)
    {
        _cache.Observe(type, deployment);
        Queue.Add(deployment.Key);
    }
}
