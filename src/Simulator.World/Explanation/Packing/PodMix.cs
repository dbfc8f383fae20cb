using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Versions;

namespace Simulator.World.Explanation.Packing;

/// <summary>Pods that are to be copied together: what some manifests would bring, as often as there is room for it.</summary>
public sealed class PodMix
{
    private readonly List<MixPart> _parts = [];
    private readonly List<ApiObject> _company = [];
    private readonly List<string> _leftOut = [];
    private readonly MixPart[] _order;

    private readonly SettledForms _forms;

    /// <param name="objects">Pods and controllers with their namespaces, services, quotas.</param>
    /// <param name="version">Whose controllers make the pods; null: the default.</param>
    public PodMix(IEnumerable<ApiObject> objects, KubernetesVersion? version = null)
    {
        _forms = (version ?? KubernetesVersions.Default).Settled;
        foreach (var value in objects.OrderBy(value => value is not Namespace)) Take(value);
        _order = InProportion(_parts);
    }

    /// <summary>What one copy is made of.</summary>
    public IReadOnlyList<MixPart> Parts => _parts;

    /// <summary>What is of no use here, and why; one sentence each.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Pods of one copy.</summary>
    public int Size => _order.Length;

    /// <summary>Objects that are there once, however many copies there are.</summary>
    internal IReadOnlyList<ApiObject> Company => _company;

    /// <summary>The pod of a number from 0: copy after copy, and within a copy the parts in proportion.</summary>
    internal Pod this[long number]
    {
        get
        {
            var pod = _order[number % Size].Pod;
            var name = pod.Name.Length > 0 ? pod.Name + "-" : pod.Metadata.GenerateName;
            return pod with
            {
                Metadata = pod.Metadata with { Name = string.Create(CultureInfo.InvariantCulture, $"{name}more-{number + 1}") },
            };
        }
    }

    private void Take(ApiObject value)
    {
        switch (value)
        {
            case Pod { IsAssigned: true } pod: _leftOut.Add($"Pod {pod.Key} names its node {pod.NodeName}: no scheduler places it"); break;
            case Pod pod: _parts.Add(new MixPart(pod.Key.ToString(), pod, 1)); break;
            case Deployment deployment: Take(_forms.Set(deployment, "1") with { Replicas = deployment.Replicas }); break;
            case ReplicaController controller: TakeAll(controller, controller.Template, controller.Replicas); break;
            case Job job: TakeAll(job, job.Template, Math.Min(job.Parallelism, job.Completions ?? int.MaxValue)); break;
            case PetSet { VolumeClaimTemplates.Count: > 0 } set:
                _leftOut.Add($"PetSet {set.Key} makes claims: where their disks would lie is not known before they are made"); break;
            case PetSet set: TakeAll(set, set.Template, set.Replicas); break;
            case DaemonSet set: _leftOut.Add($"DaemonSet {set.Key} has a pod on every node, which no scheduler places"); break;
            default: _company.Add(value); break;
        }
    }

    private void TakeAll(ApiObject owner, PodTemplate template, int count)
    {
        if (owner is ReplicaController) _company.Add(owner);
        if (count <= 0) _leftOut.Add($"{owner.Kind} {owner.Key} wants no pods");
        else _parts.Add(new MixPart(owner.Key.ToString(), _forms.Pod(template, owner), count));
    }

    /// <summary>At each place the part that lags most behind its share; of equals the first.</summary>
    private static MixPart[] InProportion(List<MixPart> parts)
    {
        var order = new MixPart[parts.Sum(part => part.Count)];
        var given = new int[parts.Count];
        for (var i = 0; i < order.Length; i++)
        {
            var next = Enumerable.Range(0, parts.Count)
                .MaxBy(part => (((long)i + 1) * parts[part].Count) - ((long)given[part] * order.Length));
            given[next]++;
            order[i] = parts[next];
        }

        return order;
    }
}

/// <param name="Title">"namespace/name" of the pod or its controller.</param>
/// <param name="Count">Pods of it in one copy.</param>
public sealed record MixPart(string Title, Pod Pod, int Count);
