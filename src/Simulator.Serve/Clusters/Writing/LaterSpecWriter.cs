using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>
/// What has fields of its own in the spec of a pod or of a template since it left the annotations, with the defaults of 1.20.2.
/// </summary>
internal static class LaterSpecWriter
{
    public const string Scheduler = "default-scheduler";

    public static JsonObject Complete(JsonObject written, PodSpec spec)
    {
        foreach (var container in written["containers"]!.AsArray()) AddDefaults(container!.AsObject());
        written.Set("schedulerName", spec.SchedulerName.Length > 0 ? spec.SchedulerName : Scheduler);
        if (!written.ContainsKey("enableServiceLinks")) written["enableServiceLinks"] = true;
        return written
            .List("initContainers", spec.InitContainers, container => AddDefaults(ContainerWriter.Write(container)))
            .Node("affinity", spec.Affinity.Value is { } affinity ? AffinityWriter.Write(affinity) : null)
            .List("tolerations", spec.Tolerations.Value, Write)
            .Ranked(spec.Placement);
    }

    public static JsonObject Complete(JsonObject written, PodTemplate template)
    {
        Complete(written["spec"]!.AsObject(), template.Spec);
        return written;
    }

    public static JsonObject Write(PodTemplate template) => Complete(PodSpecWriter.Write(template), template);

    private static JsonObject AddDefaults(JsonObject container)
    {
        if (!container.ContainsKey("terminationMessagePolicy")) container["terminationMessagePolicy"] = "File";
        return container;
    }

    private static JsonObject Ranked(this JsonObject to, PodPlacement? placement) => placement is null ? to : to
        .Text("priorityClassName", placement.PriorityClassName)
        .Node("priority", placement.Priority)
        .Text("preemptionPolicy", placement.PreemptionPolicy)
        .Amounts("overhead", placement.Overhead)
        .List("topologySpreadConstraints", placement.SpreadConstraints, Write);

    private static JsonObject Write(Toleration toleration) => new JsonObject()
        .Text("key", toleration.Key)
        .Text("operator", toleration.Operator)
        .Text("value", toleration.Value)
        .Text("effect", toleration.Effect)
        .Node("tolerationSeconds", toleration.Seconds);

    private static JsonObject Write(TopologySpreadConstraint constraint) => new JsonObject
    {
        ["maxSkew"] = constraint.MaxSkew,
        ["topologyKey"] = constraint.TopologyKey,
        ["whenUnsatisfiable"] = constraint.WhenUnsatisfiable,
    }.Node("labelSelector", SelectorWriter.Write(constraint.LabelSelector));
}
