using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Quotas;

/// <summary>
/// Counts what namespaces with quotas use (pkg/controller/resourcequota of 1.3.10): new and changed quotas at once, all of them now and
/// then, and those that a deletion gives room.
/// </summary>
public sealed class QuotaController : KeyedController, ISelectiveLoop
{
    private readonly SortedDictionary<ObjectKey, ResourceQuota> _quotas = [];
    private readonly Dictionary<string, int> _quotasByNamespace = new(StringComparer.Ordinal);
    private readonly DelayedKeys _delayed;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public QuotaController(QuotaOptions options, Instant start)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        _delayed = new DelayedKeys(Queue);
        SyncBy(Sync);
    }

    public override string Name => "resourcequota-controller";

    public override IReadOnlyList<string> Watches { get; } = [.. QuotaEvaluators.Kinds];

    private protected override IEnumerable<ObjectKey> Keys => _quotas.Keys;

    public override Instant? NextWake => _quotas.Count == 0 ? null : _delayed.Next.OrEarlier(NextResync);

    /// <summary>Of all but quotas only what gives room, and only where there are quotas.</summary>
    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Object is ResourceQuota || (_quotasByNamespace.ContainsKey(watchEvent.Object.Namespace) && GivesRoom(watchEvent));

    public override void Wake(Instant now)
    {
        _delayed.Move(now);
        base.Wake(now);
    }

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is ResourceQuota quota) Observe(change, quota);
        if (change.Object is not ResourceQuota || change.Type == WatchEventType.Deleted) EnqueueThoseThatCount(change);
    }

    /// <summary>Its own writes, and what admission charges, are no reason to count.</summary>
    private void Observe(in WatchEvent watchEvent, ResourceQuota quota)
    {
        var known = _quotas.GetValueOrDefault(quota.Key);
        var count = _quotasByNamespace.GetValueOrDefault(quota.Namespace) - (known is null ? 0 : 1);
        if (watchEvent.Type == WatchEventType.Deleted) _quotas.Remove(quota.Key);
        else (_quotas[quota.Key], count) = (quota, count + 1);
        if (count > 0) _quotasByNamespace[quota.Namespace] = count;
        else _quotasByNamespace.Remove(quota.Namespace);
        if (known is null || !known.Hard.SameAs(quota.Hard)) Queue.Add(quota.Key);
    }

    private void EnqueueThoseThatCount(in WatchEvent watchEvent)
    {
        var (home, kind) = (watchEvent.Object.Namespace, watchEvent.Object.Kind);
        if (!_quotasByNamespace.ContainsKey(home) || !GivesRoom(watchEvent)) return;
        foreach (var quota in _quotas.Values)
        {
            if (quota.Namespace == home && QuotaCount.KindsOf(quota).Contains(kind)) Queue.Add(quota.Key);
        }
    }

    /// <summary>A deletion, a pod that finishes, a service that is no longer of its type (replenishment_controller.go).</summary>
    private static bool GivesRoom(in WatchEvent watchEvent) =>
        watchEvent.Type == WatchEventType.Deleted || (watchEvent.Previous, watchEvent.Object) switch
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
                _delayed.AddAfterFailure(key, Routines.Now);
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
                _delayed.AddAfterFailure(key, Routines.Now);
                yield break;
            }
        }

        _delayed.Forget(key);
    }
}
