using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Moves deployments from one pod template to the next through ReplicaSets (pkg/controller/deployment of 1.3.10).</summary>
public sealed class DeploymentController : IControlLoop
{
    private readonly DeploymentCache _cache = new();
    private readonly KeyedWork _work;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public DeploymentController(DeploymentOptions options, Instant start)
    {
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new DeploymentSync(_cache, _work.Queue, _work.Routines).Run);
    }

    public string Name => "deployment-controller";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "ReplicaSet", "Deployment"];

    public Instant? NextWake => _work.NextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) _cache.ObservePod(watchEvent, _work.Queue);
        else if (watchEvent.Object is ReplicaSet) _cache.Observe(watchEvent, _work.Queue);
        else if (watchEvent.Object is Deployment deployment) ObserveDeployment(watchEvent.Type, deployment);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        if (!_work.IsResyncDue(now)) return;
        foreach (var deployment in _cache.Deployments) _work.Queue.Add(deployment.Key);
        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);

    private void ObserveDeployment(WatchEventType type, Deployment deployment)
    {
        _cache.Observe(type, deployment);
        _work.Queue.Add(deployment.Key);
    }
}
