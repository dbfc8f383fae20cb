using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>
/// What a daemon set makes of its template: a pod that wants to be on one node, and stays there in almost any trouble
/// (pkg/controller/daemon/util/daemonset_util.go).
/// </summary>
public static class DaemonPod
{
    private const string NameField = "metadata.name";

    private static readonly Toleration[] Always =
    [
        Tolerates("node.kubernetes.io/not-ready", "NoExecute"),
        Tolerates("node.kubernetes.io/unreachable", "NoExecute"),
        Tolerates("node.kubernetes.io/disk-pressure", "NoSchedule"),
        Tolerates("node.kubernetes.io/memory-pressure", "NoSchedule"),
        Tolerates("node.kubernetes.io/pid-pressure", "NoSchedule"),
        Tolerates("node.kubernetes.io/unschedulable", "NoSchedule"),
    ];

    private static readonly Toleration OnHostNetwork = Tolerates("node.kubernetes.io/network-unavailable", "NoSchedule");

    /// <summary>The template with tolerations and the hash of its revision.</summary>
    public static PodTemplate Of(PodTemplate template, string hash) => template with
    {
        Labels = hash.Length > 0 ? template.Labels.With(WellKnownLabels.ControllerRevisionHash, hash) : template.Labels,
        Spec = template.Spec with { Tolerations = new Parsed<IReadOnlyList<Toleration>>(TolerationsOf(template.Spec)) },
    };

    /// <summary>A spec that only one node will do for; whatever the template demanded of nodes is replaced.</summary>
    public static PodSpec For(PodSpec spec, string node)
    {
        var term = new NodeSelectorTerm([]) { MatchFields = [new SelectorRequirement(NameField, "In", [node])] };
        var affinity = spec.Affinity.Value ?? new Affinity();
        var nodes = affinity.NodeAffinity ?? new NodeAffinity();
        return spec with
        {
            Affinity = affinity with { NodeAffinity = nodes with { Required = new NodeSelector([term]) } },
        };
    }

    /// <summary>The node that a pod is on or meant for; null if it says nothing (GetTargetNodeName).</summary>
    public static string? TargetOf(Pod pod)
    {
        if (pod.IsAssigned) return pod.NodeName;
        foreach (var term in pod.Spec.Affinity.Value?.NodeAffinity?.Required?.Terms ?? [])
        {
            foreach (var field in term.MatchFields)
            {
                if (field is { Key: NameField, Operator: "In" }) return field.Values.Count == 1 ? field.Values[0] : null;
            }
        }

        return null;
    }

    /// <summary>One that says the same but for its seconds is replaced where it stands.</summary>
    private static List<Toleration> TolerationsOf(PodSpec spec)
    {
        List<Toleration> tolerations = [.. spec.Tolerations.Value ?? []];
        foreach (var toleration in Always) Put(tolerations, toleration);
        if (spec.HostNetwork) Put(tolerations, OnHostNetwork);
        return tolerations;
    }

    private static void Put(List<Toleration> tolerations, Toleration added)
    {
        var isThere = false;
        for (var i = 0; i < tolerations.Count; i++)
        {
            if (!SaysTheSame(tolerations[i], added)) continue;
            tolerations[i] = added;
            isThere = true;
        }

        if (!isThere) tolerations.Add(added);
    }

    private static bool SaysTheSame(Toleration left, Toleration right) =>
        (left.Key, left.Operator, left.Value, left.Effect) == (right.Key, right.Operator, right.Value, right.Effect);

    private static Toleration Tolerates(string key, string effect) => new(key, "Exists", "", effect);
}
