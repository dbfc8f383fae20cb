using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>
/// Whichever pod of the services the real scheduler happens to look at: if the nodes of all agree on the labels, it does not matter,
/// and they do, as this predicate placed them. Else the plain rule is asked. Its plain twin is <see cref="CheckServiceAffinity"/>.
/// </summary>
internal sealed class ServiceAffinityFilter(CheckServiceAffinity rule, Pod exemplar, FastScope scope) : IFilter
{
    private readonly OwnServices _services = new(exemplar, scope);

    public bool TryRestrict(NodeMask mask)
    {
        var wanted = CheckServiceAffinity.Asked(rule.Labels, exemplar);
        if (wanted.Count < rule.Labels.Count)
        {
            if (!TryAgree(out var agreed)) return false;
            foreach (var (label, value) in agreed) wanted.TryAdd(label, value);
        }

        var pairs = LabelSet.Of(wanted);

        // Without pairs, or with one that is no valid label, everything matches.
        if (PlainSelector.Matches(pairs, LabelSet.Empty)) return true;
        foreach (var (label, value) in wanted)
        {
            if (value.Length == 0) return false;
            if (scope.Topologies.Of(label).With(value) is { } nodes) mask.KeepOnly(nodes);
            else mask.TakeAll();
        }

        return true;
    }

    /// <summary>
    /// What the nodes of all pods that may be looked at have of the labels; false if they differ or one is not known any more.
    /// </summary>
    private bool TryAgree(out LabelSet agreed)
    {
        LabelSet? common = null;
        agreed = LabelSet.Empty;
        foreach (var service in _services.ThatMayComeFirst())
        {
            var any = false;
            foreach (var labelClass in service.Pods)
            {
                foreach (var (node, _) in labelClass.Pods)
                {
                    any = true;
                    if (node.Node is null || !Agrees(Of(node.Labels), ref common)) return false;
                }
            }

            if (!any && !Agrees(LabelSet.Empty, ref common)) return false;
        }

        agreed = common ?? LabelSet.Empty;
        return true;
    }

    private static bool Agrees(LabelSet labels, ref LabelSet? common)
    {
        common ??= labels;
        return common.SameAs(labels);
    }

    private LabelSet Of(LabelSet labels) =>
        LabelSet.Of(rule.Labels.Where(labels.ContainsKey).Select(label => KeyValuePair.Create(label, labels[label])));
}
