using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>The pods of one namespace with equal labels, and who selects them: a selector is matched once a class, never once a pod.</summary>
internal sealed class PodClass<TOwner>(string ns, LabelSet labels)
    where TOwner : SelectorOwner<TOwner>
{
    public string Namespace => ns;

    public LabelSet Labels => labels;

    public Dictionary<ObjectKey, Pod> Pods { get; } = [];

    /// <summary>How many of the pods count as replicas.</summary>
    public int ActiveCount { get; set; }

    /// <summary>Counts the changes of its pods.</summary>
    public long Version { get; set; }

    /// <summary>Who selects these pods, in key order.</summary>
    public List<TOwner> Owners { get; } = [];
}
