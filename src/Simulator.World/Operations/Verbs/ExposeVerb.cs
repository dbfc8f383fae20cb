using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl expose: a service made of an object's selector, labels and ports (pkg/kubectl/cmd/expose.go, pkg/kubectl/service.go).
/// </summary>
internal static class ExposeVerb
{
    /// <summary>Names of services were shorter than those of other objects.</summary>
    private const int NameMax = 24;

    public static IEnumerable<Event> Run(ExposeOperation operation, Kubectl kubectl, Outcome outcome)
    {
        var read = kubectl.Call(new GetRequest(operation.Kind, operation.Key));
        yield return read;
        if (!outcome.Took(read, out var answer)) yield break;
        var service = ServiceFor(answer.Object!, operation);
        if (service.Object is null) outcome.Fail(service.Problem);
        if (service.Object is null) yield break;
        foreach (var step in Calls.Make(new CreateRequest(service.Object), kubectl, outcome)) yield return step;
    }

    private static Edit ServiceFor(ApiObject exposed, ExposeOperation operation)
    {
        if (SelectorOf(exposed, out var problem) is not { } selector)
        {
            return Edit.Refused($"error: couldn't retrieve selectors via --selector flag or introspection: {problem}");
        }
        var ports = operation.Port is { } asked ? [(asked, ProtocolOf(exposed, asked))] : PortsOf(exposed);
        if (ports.Count == 0) return Edit.Refused("error: couldn't find port via --port flag or introspection");
        var name = operation.Name ?? (exposed.Name.Length > NameMax ? exposed.Name[..NameMax] : exposed.Name);
        return new Service
        {
            Metadata = new ObjectMeta { Name = name, Namespace = exposed.Namespace, Labels = exposed.Metadata.Labels },
            Selector = selector,
            Type = operation.Type,
            Ports = [.. ports.Select((port, index) => new ServicePort(
                ports.Count > 1 ? $"port-{index + 1}" : "", port.Port, operation.Protocol ?? port.Protocol,
                operation.TargetPort ?? port.Port.ToString(CultureInfo.InvariantCulture)))],
        };
    }

    private static LabelSet? SelectorOf(ApiObject exposed, out string problem)
    {
        problem = exposed switch
        {
            Pod { Metadata.Labels.Count: 0 } => "the pod has no labels and cannot be exposed",
            Service { Selector: null } => "the service has no pod selector set",
            IPodOwner { PodSelector.MatchExpressions.Count: > 0 } => "couldn't convert expressions to map-based selector format",
            _ => "",
        };
        if (problem.Length > 0) return null;
        return exposed switch
        {
            Pod pod => pod.Metadata.Labels,
            Service service => service.Selector,
            _ => (exposed as IPodOwner)?.PodSelector?.MatchLabels,
        };
    }

    private static List<(int Port, string Protocol)> PortsOf(ApiObject exposed) => exposed switch
    {
        Pod pod => PortsOf(pod.Spec),
        Service service => [.. service.Ports.Select(port => (port.Port, port.Protocol))],
        IPodOwner owner => PortsOf(owner.Template.Spec),
        _ => [],
    };

    private static List<(int Port, string Protocol)> PortsOf(PodSpec spec) =>
        [.. spec.Containers.SelectMany(container => container.Ports).Select(port => (port.Port, port.Protocol))];

    private static string ProtocolOf(ApiObject exposed, int port) =>
        PortsOf(exposed).LastOrDefault(known => known.Port == port).Protocol ?? "TCP";
}
