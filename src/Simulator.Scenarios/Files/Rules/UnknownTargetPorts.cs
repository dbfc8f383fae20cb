using System.Globalization;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Services whose target port is a name that no container behind them has: those pods are no endpoints (FindPort in pkg/api/pod/util.go).
/// </summary>
internal sealed class UnknownTargetPorts : IClusterRule
{
    private const string Field = "spec.ports[].targetPort";

    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var placed in view.Objects)
        {
            if (placed.Value is not Service { Selector: { } selector } service) continue;
            var pods = SelectedPods.Of(selector, service.Namespace, view).ToList();
            if (pods.Count == 0) continue;
            for (var i = 0; i < service.Ports.Count; i++)
            {
                var port = service.Ports[i];
                if (IsName(port) && !pods.Exists(pod => Has(pod, port))) yield return Told(service, i, pods, placed.Place);
            }
        }
    }

    private static bool IsName(ServicePort port) =>
        port.TargetPort.Length > 0 && (port.IsTargetText || !int.TryParse(port.TargetPort, CultureInfo.InvariantCulture, out _));

    private static bool Has(PodUse pod, ServicePort wanted) =>
        pod.Spec.Containers.Any(container => container.Ports.Any(port => port.Name == wanted.TargetPort
            && port.Protocol == wanted.Protocol));

    private static Omission Told(Service service, int index, IEnumerable<PodUse> pods, SourceNode place)
    {
        var port = service.Ports[index];
        var names = pods.SelectMany(pod => pod.Spec.Containers)
            .SelectMany(container => container.Ports)
            .Where(known => known.Protocol == port.Protocol)
            .Select(known => known.Name)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var there = (FieldPlace.Of(place, "spec.ports") as SourceSequence)?.Items.ElementAtOrDefault(index) is SourceMapping entry
            ? entry["targetPort"]
            : null;
        var sentence = $"no container of the pods that {service.Name} selects has a {port.Protocol} port of the name "
            + $"'{Wording.Shortened(port.TargetPort)}': port {port.Port} has no endpoints{Wording.DidYouMean(port.TargetPort, names)}";
        return new Omission(Effect.ChangesDecisions, "Service", Field, sentence, there ?? place, place);
    }
}
