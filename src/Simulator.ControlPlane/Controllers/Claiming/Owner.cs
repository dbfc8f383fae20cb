using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Selection;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>A controller object as the watch has shown it.</summary>
internal sealed class Owner<T>
    where T : ApiObject
{
    private readonly Func<T, LabelSelector?> _selectorOf;

    public Owner(T value, Func<T, LabelSelector?> selectorOf)
    {
        (_selectorOf, Value, Selector) = (selectorOf, value, new PodSelector(selectorOf(value)));
        (References, CreatedBy) = ([ReferenceTo(value)], ControlledPod.ReferenceTo(value));
    }

    public T Value { get; private set; }

    public PodSelector Selector { get; private set; }

    public OwnerReference Reference => References[0];

    /// <summary>One instance for all that it owns.</summary>
    public IReadOnlyList<OwnerReference> References { get; }

    /// <inheritdoc cref="References"/>
    public ObjectReference CreatedBy { get; }

    public void Replace(T value)
    {
        Value = value;
        var selector = _selectorOf(value);
        if (!Selector.SameAs(selector)) Selector = new PodSelector(selector);
    }

    /// <summary>metav1.NewControllerRef.</summary>
    private static OwnerReference ReferenceTo(T owner) =>
        new(OwnerKinds.VersionOf(owner.Kind), owner.Kind, owner.Name, owner.Metadata.Uid, IsController: true)
        {
            BlocksOwnerDeletion = true,
        };
}
