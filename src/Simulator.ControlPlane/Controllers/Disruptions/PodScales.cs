using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Disruptions;

/// <summary>
/// How many pods the controllers of some pods want: each controller once, a ReplicaSet through its Deployment (getExpectedScale and its
/// finders in disruption.go).
/// </summary>
/// <param name="find">What the watches have shown under a kind and a key.</param>
internal sealed class PodScales(Func<string, ObjectKey, ApiObject?> find)
{
    /// <summary>Sums up into <paramref name="tally"/>, or says there why it cannot.</summary>
    public IEnumerable<Wait> Sum(List<Pod> pods, ScaleTally tally)
    {
        foreach (var pod in pods)
        {
            if (pod.Metadata.ControllerReference is not { } reference)
            {
                tally.Fail("NoControllerRef", $"found no controller ref for pod \"{pod.Name}\"");
                yield break;
            }

            if (tally.Knows(reference.Uid)) continue;
            if (FindKnown(reference, pod.Namespace) is { } known) tally.Add(known.Metadata.Uid, Scale.Of(known)!.Replicas);
            else
            {
                foreach (var wait in Ask(reference, pod, tally)) yield return wait;
                if (tally.HasFailed) yield break;
            }
        }
    }

    /// <summary>Any other kind, and a ReplicaSet whose Deployment is gone, has to have a scale.</summary>
    private static IEnumerable<Wait> Ask(OwnerReference reference, Pod pod, ScaleTally tally)
    {
        var get = new Call(new GetScaleRequest(reference.Kind, new ObjectKey(pod.Namespace, reference.Name)));
        yield return get;
        if (get.Response is { IsOk: true, Object: Scale scale } && scale.Metadata.Uid == reference.Uid)
        {
            tally.Add(reference.Uid, scale.Replicas);
        }
        else if (get.Response.Result is ApiResult.Ok or ApiResult.NotFound)
        {
            tally.Fail("NoControllers", $"found no controllers for pod \"{pod.Name}\"");
        }
        else
        {
            tally.Fail(null, get.Response.Outcome);
        }
    }

    private ApiObject? FindKnown(OwnerReference reference, string inNamespace) => reference.Kind switch
    {
        "ReplicaSet" => OfReplicaSet(reference, inNamespace),
        "ReplicationController" or "PetSet" => Found(reference, inNamespace),
        _ => null,
    };

    private ApiObject? OfReplicaSet(OwnerReference reference, string inNamespace)
    {
        var set = Found(reference, inNamespace);
        return set?.Metadata.ControllerReference is { Kind: "Deployment" } deployment ? Found(deployment, inNamespace) : set;
    }

    private ApiObject? Found(OwnerReference reference, string inNamespace) =>
        find(reference.Kind, new ObjectKey(inNamespace, reference.Name)) is { } found && found.Metadata.Uid == reference.Uid ? found : null;
}

/// <summary>What the controllers of some pods want in all.</summary>
internal sealed class ScaleTally
{
    private readonly Dictionary<string, int> _scales = new(StringComparer.Ordinal);

    public int Sum => _scales.Values.Sum();

    /// <summary>Why it is not known; null if it is.</summary>
    public string? Failure { get; private set; }

    /// <summary>The event that tells it; null: there is none of its own.</summary>
    public string? FailureEvent { get; private set; }

    public bool HasFailed => Failure is not null;

    public bool Knows(string uid) => _scales.ContainsKey(uid);

    public void Add(string uid, int replicas) => _scales[uid] = replicas;

    public void Fail(string? tellAs, string failure) => (FailureEvent, Failure) = (tellAs, failure);
}
