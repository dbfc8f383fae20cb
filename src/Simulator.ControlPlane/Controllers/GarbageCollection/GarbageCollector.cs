using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.GarbageCollection;

/// <summary>
/// Deletes what names owners of which none is there any more (pkg/controller/garbagecollector of 1.20): so goes what a Deployment, a Job or
/// a set has made, once it is deleted itself.
/// </summary>
/// <remarks>
/// Left out: deletions in the foreground; references of an object that still has another owner stay as they are. Owners of kinds that
/// nothing here knows count as there.
/// </remarks>
public sealed class GarbageCollector : RetryingController, ISelectiveLoop
{
    private readonly OwnedObjects _objects = new();
    private readonly HashSet<string> _absent = new(StringComparer.Ordinal);

    /// <param name="start">When the process starts.</param>
    public GarbageCollector(GarbageCollectorOptions options, Instant start)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start) => SyncBy(Collect);

    public override string Name => "garbage-collector";

    /// <summary>Owners before what they own, so that a new process knows them first.</summary>
    public override IReadOnlyList<string> Watches { get; } =
    [
        "Deployment", "Job", "PetSet", "DaemonSet", "ReplicationController", "Service", "ReplicaSet", "ControllerRevision", "EndpointSlice",
        "Pod",
    ];

    public bool Wants(in WatchEvent watchEvent) =>
        watchEvent.Type != WatchEventType.Modified || watchEvent.Previous is not { } before
        || !ReferenceEquals(before.Metadata.OwnerReferences, watchEvent.Object.Metadata.OwnerReferences);

    private protected override void Observe(in WatchEvent change)
    {
        var value = change.Object;
        if (change.Type == WatchEventType.Deleted)
        {
            foreach (var id in _objects.DependentsOf(value.Metadata.Uid)) Queue.Add(id);
            _objects.Remove(value);
            _absent.Add(value.Metadata.Uid);
            return;
        }

        _objects.Put(value);
        if (value.Metadata.OwnerReferences is { Count: > 0 } owners && !owners.Any(owner => _objects.Knows(owner.Uid)))
        {
            Queue.Add(OwnedObjects.IdOf(value));
        }
    }

    /// <summary>Looks whether the object and its owners are really there, then deletes it by its uid.</summary>
    private IEnumerable<Wait> Collect(ObjectKey id, SyncReport report)
    {
        if (_objects.Find(id) is not { } value || value.Metadata.IsBeingDeleted) yield break;
        foreach (var owner in value.Metadata.OwnerReferences!)
        {
            if (_objects.Knows(owner.Uid) || !Watches.Contains(StoredKind(owner.Kind))) yield break;
            if (_absent.Contains(owner.Uid)) continue;
            var look = new Call(new GetRequest(StoredKind(owner.Kind), new ObjectKey(value.Namespace, owner.Name)));
            yield return look;
            if (look.Response.IsOk && look.Response.Object!.Metadata.Uid == owner.Uid) yield break;
            if (!look.Response.IsOk && look.Response.Result != ApiResult.NotFound) report.Fail();
            if (report.HasFailed) yield break;
            _absent.Add(owner.Uid);
        }

        var deletion = new Call(new DeleteRequest(value.Kind, value.Key, null, value.Metadata.Uid));
        yield return deletion;
        if (!deletion.Response.IsOk && deletion.Response.Result is not (ApiResult.NotFound or ApiResult.Conflict)) report.Fail();
    }

    private static string StoredKind(string kind) => kind == "StatefulSet" ? "PetSet" : kind;
}
