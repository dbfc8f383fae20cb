using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>A controller object as the watch has shown it, with the pods that its selector matches.</summary>
internal sealed class OwnedPods<T>(T value) : SelectorOwner<OwnedPods<T>>(value.Key)
    where T : ApiObject, IPodOwner
{
    private PodSelector _selector = new(value.PodSelector);

    public T Value { get; private set; } = value;

    /// <summary>One instance for all its pods.</summary>
    public ObjectReference Reference { get; } = ControlledPod.ReferenceTo(value);

    public PodSelector Selector => _selector;

    public override bool Selects(LabelSet labels) => _selector.Matches(labels);

    /// <summary>Takes a new version; true if it may select other pods.</summary>
    public bool Replace(T value)
    {
        Value = value;
        if (_selector.SameAs(value.PodSelector)) return false;
        _selector = new PodSelector(value.PodSelector);
        return true;
    }

    public bool HasPods()
    {
        foreach (var pods in Classes)
        {
            if (pods.Count > 0) return true;
        }

        return false;
    }

    public int ActiveCount()
    {
        var count = 0;
        foreach (var pods in Classes) count += pods.ActiveCount;
        return count;
    }

    /// <summary>Active pods that carry all labels of the template.</summary>
    public int FullyLabeledCount()
    {
        var count = 0;
        foreach (var pods in Classes)
        {
            if (Value.Template.Labels.IsSubsetOf(pods.Labels)) count += pods.ActiveCount;
        }

        return count;
    }

    /// <summary>Its pods in no useful order.</summary>
    public IEnumerable<Pod> Pods()
    {
        foreach (var pods in Classes)
        {
            foreach (var pod in pods.Pods) yield return pod;
        }
    }

    public List<Pod> ActivePods()
    {
        List<Pod> active = [];
        foreach (var pod in Pods())
        {
            if (pod.IsActive) active.Add(pod);
        }

        return active;
    }

    /// <summary>Of controllers that overlap the oldest owns a pod, then the first by name (OverlappingControllers).</summary>
    public static OwnedPods<T>? OwnerOf(PodClass<OwnedPods<T>> pods)
    {
        OwnedPods<T>? oldest = null;
        foreach (var owner in pods.Owners)
        {
            if (oldest is null || owner.Created < oldest.Created) oldest = owner;
        }

        return oldest;
    }

    private Instant Created => Value.Metadata.CreationTimestamp ?? default;
}
