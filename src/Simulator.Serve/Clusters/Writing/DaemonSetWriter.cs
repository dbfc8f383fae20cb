using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>extensions/v1beta1 DaemonSet.</summary>
internal static class DaemonSetWriter
{
    public static JsonObject Write(DaemonSet set, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(set.Metadata, setting),
        ["spec"] = new JsonObject()
            .Node("selector", SelectorWriter.Write(set.Selector))
            .Set("template", PodSpecWriter.Write(set.Template)),
        ["status"] = new JsonObject
        {
            ["currentNumberScheduled"] = set.Status.CurrentNumberScheduled,
            ["numberMisscheduled"] = set.Status.NumberMisscheduled,
            ["desiredNumberScheduled"] = set.Status.DesiredNumberScheduled,
        },
    };
}
