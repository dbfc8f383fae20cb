using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Writes down all that filters and scores that look at one node alone read of a pod, without ambiguity.</summary>
/// <remarks>Volumes are left out: a pod with claims or disks is left to the plain rule.</remarks>
internal static class LocalText
{
    /// <param name="owned">Some node keeps pods of certain owners away, so that they tell pods apart.</param>
    public static string Of(Pod pod, bool owned)
    {
        var (spec, text) = (pod.Spec, new ShapeText());
        text.Add(spec.Containers.Count);
        foreach (var container in spec.Containers) AddAmounts(text.Add(container.Image), container.Requests);
        text.Add(spec.InitContainers.Count);
        foreach (var container in spec.InitContainers) AddAmounts(text, container.Requests);
        AddAmounts(text, spec.Placement?.Overhead ?? ResourceList.Empty);
        text.Add(PodDemand.Of(spec).Ports.Length);
        foreach (var (address, protocol, port) in PodDemand.Of(spec).Ports) text.Add(address).Add(protocol).Add(port);
        text.Add(spec.NodeSelector).Add(spec.Tolerations);
        AddAffinity(text, spec.Affinity.Value?.NodeAffinity);
        if (owned && pod.Metadata.ControllerReference is { } owner) text.Add(owner.Kind).Add(owner.Uid);
        return text.ToString();
    }

    private static void AddAffinity(ShapeText text, NodeAffinity? affinity)
    {
        text.Add(affinity?.Required?.Terms.Count ?? -1);
        foreach (var term in affinity?.Required?.Terms ?? []) AddTerm(text, term);
        text.Add(affinity?.Preferred.Count ?? 0);
        foreach (var (weight, term) in affinity?.Preferred ?? []) AddTerm(text.Add(weight), term);
    }

    private static void AddTerm(ShapeText text, NodeSelectorTerm term) => text.Add(term).Add(new NodeSelectorTerm(term.MatchFields));

    private static void AddAmounts(ShapeText text, ResourceList amounts)
    {
        text.Add(amounts.Amounts.Length);
        foreach (var (name, amount) in amounts.Amounts) text.Add(name).Add(GoAmount.Milli(amount)).Add(amount.Value);
    }
}
