using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;
using Simulator.ControlPlane.Scheduling.Framework.Queue;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>
/// Pods that have their node and wait for the volumes that they get there: each claim is told its volume or its node, and then has to be
/// bound before the pod is (PreBind of volumebinding, scheduler_binder.go of 1.20).
/// </summary>
public sealed class VolumeWaits(ClusterObjects objects, List<ApiRequest> outbox)
{
    /// <summary>How what went wrong begins (RunPreBindPlugins in pkg/scheduler/framework/runtime/framework.go).</summary>
    public const string Failed = $"running PreBind plugin \"{PluginNames.VolumeBinding}\": binding volumes";

    /// <summary>bindTimeoutSeconds</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(600);

    private readonly SortedDictionary<ObjectKey, WaitingPod> _waiting = [];

    private readonly Dictionary<ApiRequest, ObjectKey> _writes = new(ReferenceEqualityComparer.Instance);

    /// <summary>When the first of them gives up; null if none waits.</summary>
    public Instant? NextEnd
    {
        get
        {
            Instant? first = null;
            foreach (var waiting in _waiting.Values) first = first.OrEarlier(waiting.Until);
            return first;
        }
    }

    /// <summary>Later passes see at once what is taken here.</summary>
    public void Assume(VolumePlan plan, string node)
    {
        foreach (var change in ChangesOf(plan, node)) objects.Set(change);
    }

    /// <summary>The pass is over: sends what claims and volumes have to be told.</summary>
    public void Begin(QueuedPod pod, VolumePlan plan, string node, Instant now)
    {
        _waiting[pod.Pod.Key] = new WaitingPod(pod, plan, node, now + Longest);
        foreach (var change in ChangesOf(plan, node))
        {
            var write = new UpdateRequest(change);
            _writes.Add(write, pod.Pod.Key);
            outbox.Add(write);
        }
    }

    /// <summary>An answer to what was sent here; the pod with it if it is to be given up.</summary>
    public WaitingPod? Written(in ApiResponse response)
    {
        if (!_writes.Remove(response.Request, out var key) || response.IsOk) return null;
        return _waiting.TryGetValue(key, out var waiting) ? GiveUp(waiting) : null;
    }

    /// <summary>Those whose claims are all bound; they wait no more.</summary>
    public IReadOnlyList<WaitingPod> TakeReady()
    {
        if (_waiting.Count == 0) return [];
        List<WaitingPod> ready = [.. _waiting.Values.Where(waiting => ClaimsOf(waiting.Plan).All(IsBound))];
        foreach (var waiting in ready) _waiting.Remove(waiting.Pod.Pod.Key);
        return ready;
    }

    public IReadOnlyList<WaitingPod> TakeExpired(Instant now)
    {
        if (_waiting.Count == 0) return [];
        List<WaitingPod> expired = [.. _waiting.Values.Where(waiting => waiting.Until <= now)];
        foreach (var waiting in expired) GiveUp(waiting);
        return expired;
    }

    /// <summary>What was only assumed is as it was before.</summary>
    private WaitingPod GiveUp(WaitingPod waiting)
    {
        _waiting.Remove(waiting.Pod.Pod.Key);
        foreach (var (_, volume) in waiting.Plan.Bind)
        {
            if (IsAsBefore(objects.Find<PersistentVolume>(volume.Name), volume)) objects.Set(volume);
        }

        foreach (var claim in waiting.Plan.Provision)
        {
            if (IsAsBefore(objects.Find<PersistentVolumeClaim>(claim.Name, claim.Namespace), claim)) objects.Set(claim);
        }

        return waiting;
    }

    private static bool IsAsBefore(ApiObject? now, ApiObject before) =>
        now is not null && now.Metadata.ResourceVersion == before.Metadata.ResourceVersion;

    private bool IsBound(PersistentVolumeClaim claim) =>
        objects.Find<PersistentVolumeClaim>(claim.Name, claim.Namespace) is { } now && ClaimRules.IsBound(now);

    private static IEnumerable<PersistentVolumeClaim> ClaimsOf(VolumePlan plan) =>
        plan.Bind.Select(static bound => bound.Claim).Concat(plan.Provision);

    private static IEnumerable<ApiObject> ChangesOf(VolumePlan plan, string node) =>
        plan.Bind.Select(static bound => (ApiObject)Reserved(bound.Volume, bound.Claim)).Concat(plan.Provision.Select(claim => claim with
        {
            Metadata = claim.Metadata with { Annotations = claim.Metadata.Annotations.With(WellKnownAnnotations.SelectedNode, node) },
        }));

    private static PersistentVolume Reserved(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        var reserved = volume with { ClaimRef = new ClaimReference(claim.Key, claim.Metadata.Uid) };
        if (volume.ClaimRef is not null) return reserved;
        var annotations = volume.Metadata.Annotations.With(WellKnownAnnotations.BoundByController, "yes");
        return reserved with { Metadata = volume.Metadata with { Annotations = annotations } };
    }
}

/// <param name="Until">When it is given up.</param>
public sealed record WaitingPod(QueuedPod Pod, VolumePlan Plan, string Node, Instant Until);
