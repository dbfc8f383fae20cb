using Simulator.Api;
using Simulator.ControlPlane.Admission;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Counts what namespaces with quotas use (pkg/controller/resourcequota of 1.3.10): new and changed quotas at once, all of them now and then, and those that a deletion gives room.</summary>
public sealed class QuotaController : ISelectiveLoop
{
    private readonly SortedDictionary<ObjectKey, ResourceQuota> _quotas = [];
    private readonly Dictionary<string, int> _quotasByNamespace = new(StringComparer.Ordinal);
    private readonly KeyedWork _work;
    private readonly DelayedKeys _delayed;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public QuotaController(QuotaOptions options, Instant start)
    {
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _delayed = new DelayedKeys(_work.Queue);
        _work.SyncBy(Sync);
    }

    public string Name => "resourcequota-controller";

    public IReadOnlyList<string> Watches { get; } = [.. QuotaEvaluators.Kinds];

    public Instant? NextWake => _quotas.Count == 0 ? null : _delayed.Next.OrEarlier(_work.NextResync);

    /// <summary>Of all but quotas only what gives room, and only where there are quotas.</summary>
    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is ResourceQuota || (_quotasByNamespace.ContainsKey(watchEvent.Object.Namespace) && GivesRoom(watchEvent));

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is ResourceQuota quota) Observe(watchEvent, quota);
        if (watchEvent.Object is not ResourceQuota || watchEvent.Type == WatchEventType.Deleted) EnqueueThoseThatCount(watchEvent);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        _work.SetNow(now);
        _delayed.Move(now);
        if (_work.IsResyncDue(now))
        {
            foreach (var key in _quotas.Keys) _work.Queue.Add(key);
        }

        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);

    /// <summary>Its own writes, and what admission charges, are no reason to count.</summary>
    private void Observe(in WatchEvent watchEvent, ResourceQuota quota)
    {
        var known = _quotas.GetValueOrDefault(quota.Key);
        var count = _quotasByNamespace.GetValueOrDefault(quota.Namespace) - (known is null ? 0 : 1);
        if (watchEvent.Type == WatchEventType.Deleted) _quotas.Remove(quota.Key);
        else (_quotas[quota.Key], count) = (quota, count + 1);
        if (count > 0) _quotasByNamespace[quota.Namespace] = count;
        else _quotasByNamespace.Remove(quota.Namespace);
        if (known is null || !known.Hard.SameAs(quota.Hard)) _work.Queue.Add(quota.Key);
    }

    private void EnqueueThoseThatCount(in WatchEvent watchEvent)
    {
        var (home, kind) = (watchEvent.Object.Namespace, watchEvent.Object.Kind);
        if (!_quotasByNamespace.ContainsKey(home) || !GivesRoom(watchEvent)) return;
        foreach (var quota in _quotas.Values)
        {
            if (quota.Namespace == home && QuotaCount.KindsOf(quota).Contains(kind)) _work.Queue.Add(quota.Key);
        }
    }

    /// <summary>A deletion, a pod that finishes, a service that is no longer of its type (replenishment_controller.go).</summary>
    private static bool GivesRoom(in WatchEvent watchEvent) => watchEvent.Type == WatchEventType.Deleted || (watchEvent.Previous, watchEvent.Object) switch
    {
        (Pod before, Pod now) => !before.IsFinished && now.IsFinished,
        (Service before, Service now) => before.Type != now.Type,
        _ => false,
    };

    private IEnumerator<Wait> Sync(ObjectKey key)
    {
        if (!_quotas.TryGetValue(key, out var quota)) yield break;
        List<ApiObject> objects = [];
        foreach (var kind in QuotaCount.KindsOf(quota))
        {
            var list = new Call(new ListRequest(kind, key.Namespace));
            yield return list;
            if (!list.Response.IsOk)
            {
                _delayed.AddAfterFailure(key, _work.Routines.Now);
                yield break;
            }

            objects.AddRange(list.Response.Items!);
        }

        var status = QuotaCount.StatusOf(quota, objects);
        if (!QuotaCount.IsSame(status, quota.Status))
        {
            var write = new Call(new UpdateStatusRequest(quota with { Status = status }));
            yield return write;
            if (!write.Response.IsOk && write.Response.Result != ApiResult.NotFound)
            {
                _delayed.AddAfterFailure(key, _work.Routines.Now);
                yield break;
            }
        }

        _delayed.Forget(key);
    }
}
