using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>The spec of a pod or of a template; features that 1.3 keeps in annotations stand there.</summary>
internal static class PodSpecWriter
{
    public static JsonObject Write(PodSpec spec, LabelSet annotations)
    {
        var rest = Fields.Rest(spec.Details?.Rest ?? "");
        return new JsonObject()
            .List("volumes", spec.Volumes, VolumeWriter.Write)
            .List("containers", spec.Containers, ContainerWriter.Write)
            .Text("restartPolicy", spec.RestartPolicy)
            .Set("terminationGracePeriodSeconds", (long)spec.TerminationGracePeriod.TotalSeconds)
            .Number("activeDeadlineSeconds", (long?)spec.ActiveDeadline?.TotalSeconds)
            .Set("dnsPolicy", spec.Details?.DnsPolicy is { Length: > 0 } policy ? policy : "ClusterFirst")
            .Map("nodeSelector", spec.NodeSelector)
            .Text("serviceAccountName", spec.ServiceAccountName)
            .Text("serviceAccount", spec.ServiceAccountName)
            .Text("nodeName", spec.NodeName)
            .Flag("hostNetwork", spec.HostNetwork)
            .Set("securityContext", new JsonObject())
            .Take("securityContext", rest)
            .Text("hostname", annotations.ContainsKey(WellKnownAnnotations.PodHostname) ? "" : spec.Hostname)
            .Text("subdomain", annotations.ContainsKey(WellKnownAnnotations.PodSubdomain) ? "" : spec.Subdomain)
            .TakeAll(rest);
    }

    public static JsonObject Write(PodTemplate template) => new()
    {
        ["metadata"] = new JsonObject { ["creationTimestamp"] = null }
            .Map("labels", template.Labels)
            .Map("annotations", template.Annotations),
        ["spec"] = Write(template.Spec, template.Annotations),
    };
}
