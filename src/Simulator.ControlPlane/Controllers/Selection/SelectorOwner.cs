using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Selection;

/// <summary>An object that selects pods of its namespace by labels. An empty selector selects nothing.</summary>
internal abstract class SelectorOwner<TOwner>(ObjectKey key)
    where TOwner : SelectorOwner<TOwner>
{
    public ObjectKey Key => key;

    /// <summary>The classes of pods that it selects.</summary>
    public List<PodClass<TOwner>> Classes { get; } = [];

    public abstract bool Selects(LabelSet labels);
}
