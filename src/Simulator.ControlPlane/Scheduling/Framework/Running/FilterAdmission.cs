using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;
using Simulator.ControlPlane.Scheduling.Framework.Storage;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>
/// By filters: resources, selector and affinity, name, host ports; the first that fails is the reason (GeneralPredicates in
/// pkg/kubelet/lifecycle/predicate.go of 1.20).
/// </summary>
public sealed class FilterAdmission : INodeAdmission
{
    private const string TooManyPods = "Too many pods";

    private static readonly PluginSettings Settings = new();

    private static readonly NodeResourcesFit Resources = new(Settings);

    private static readonly IFilter[] Others = [new Filter.NodeAffinity(Settings), new NodeName(), new NodePorts()];

    private static readonly ClusterObjects NothingElse = new();

    private NodeState _node = new("");

    public void Begin(Node node)
    {
        _node = new NodeState(node.Name);
        _node.SetNode(node, null);
    }

    public void Add(Pod other) => _node.Add(new NodePod(other));

    public Verdict Check(Pod pod)
    {
        var pass = new Pass(pod, [], NothingElse, Settings);
        if (Resources.Filter(pass, pass.State, _node)?.Reasons.FirstOrDefault(IsOfTheNode) is { } lack)
        {
            return Verdict.Rejects(lack == TooManyPods ? "Insufficient pods" : lack);
        }

        foreach (var filter in Others)
        {
            if (filter.Filter(pass, pass.State, _node) is not null) return Verdict.Rejects(filter.Name);
        }

        return Verdict.Fits;
    }

    /// <summary>A vendor's resource that the node does not have is not the kubelet's to judge (removeMissingExtendedResources).</summary>
    private bool IsOfTheNode(string reason)
    {
        var resource = reason[(reason.LastIndexOf(' ') + 1)..];
        return !ResourceKinds.IsExtended(resource) || _node.Allocatable.Scalars.ContainsKey(resource);
    }
}
