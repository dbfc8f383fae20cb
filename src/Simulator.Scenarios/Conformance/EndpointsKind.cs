using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Serving;

namespace Simulator.Scenarios.Conformance;

/// <summary>Endpoints: addresses, ports and host names of a service; subsets and their ports are compared as sets.</summary>
public sealed class EndpointsKind : IConformanceKind
{
    public string Kind => "endpoints";

    public string? Difference(JsonElement recording)
    {
        var service = ReadService(recording);
        var pods = recording.List("pods").Select(ReadPod).Where(pod => service.Selector!.IsSubsetOf(pod.Metadata.Labels));
        var plan = EndpointsPlan.For(service, pods);

        var subsets = string.Join(" | ", plan.Subsets.Select(Describe).Order(StringComparer.Ordinal));
        var expected = string.Join(" | ", recording.List("expectedSubsets").Select(Describe).Order(StringComparer.Ordinal));
        if (subsets != expected) return $"subsets {subsets}, recorded {expected}";
        var hostnames = recording.Text("expectedHostnamesMapAnnotation");
        if (plan.HostnamesAnnotation != hostnames) return $"host names {plan.HostnamesAnnotation}, recorded {hostnames}";
        return recording.Text("expectedRequest") == "POST" ? null : $"writes, recorded \"{recording.Text("expectedRequest")}\"";
    }

    private static Service ReadService(JsonElement recording) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = recording.Text("service"),
            Annotations = Annotations((WellKnownAnnotations.TolerateUnreadyEndpoints, recording.Text("tolerateUnreadyAnnotation"))),
        },
        Selector = recording.Labels("selector"),
        Ports = [.. recording.List("servicePorts").Select(port => new ServicePort(
            port.Text("name"), port.Int("port"), port.Text("protocol"), port.Text("targetPort")))],
    };

    private static Pod ReadPod(JsonElement pod) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = pod.Text("name"),
            Uid = pod.Text("name"),
            Labels = pod.Labels("labels"),
            Annotations = Annotations(
                (WellKnownAnnotations.PodHostname, pod.Text("hostnameAnnotation")),
                (WellKnownAnnotations.PodSubdomain, pod.Text("subdomainAnnotation"))),
            DeletionTimestamp = pod.Bool("deleting") ? Instant.Start : null,
        },
        Spec = new PodSpec
        {
            Containers = [new Container
            {
                Ports = [.. pod.List("containerPorts").Select(port => new ContainerPort(
                    port.Text("name"), port.Int("port"), 0, port.Text("protocol")))],
            }],
        },
        Status = new PodStatus
        {
            Phase = Enum.Parse<PodPhase>(pod.Text("phase")),
            PodIP = pod.Text("podIP"),
            Ready = pod.Text("readyCondition") is { Length: > 0 } status
                ? new Condition(Enum.Parse<ConditionStatus>(status), "", null)
                : null,
        },
    };

    private static LabelSet Annotations(params (string Key, string Value)[] pairs) =>
        LabelSet.Of([.. pairs.Where(pair => pair.Value.Length > 0)]);

    private static string Describe(EndpointSubset subset) => Describe(
        subset.Ports.Select(port => $"{port.Name}/{port.Port}/{port.Protocol}"),
        subset.Addresses.Select(Describe),
        subset.NotReadyAddresses.Select(Describe));

    private static string Describe(JsonElement subset) => Describe(
        subset.Texts("ports"), subset.List("addresses").Select(DescribeAddress), subset.List("notReadyAddresses").Select(DescribeAddress));

    private static string Describe(IEnumerable<string> ports, IEnumerable<string> ready, IEnumerable<string> notReady) =>
        $"{string.Join(",", ports.Order(StringComparer.Ordinal))} ready {string.Join(",", ready)} not ready {string.Join(",", notReady)}";

    private static string Describe(EndpointAddress address) => $"{address.Ip}={address.TargetPod}={address.Hostname}";

    private static string DescribeAddress(JsonElement address) =>
        $"{address.Text("ip")}={address.Text("targetPod")}={address.Text("hostname")}";
}
