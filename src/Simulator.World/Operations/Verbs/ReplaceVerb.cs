using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl replace: the whole object, whoever has changed it (pkg/kubectl/cmd/replace.go). By force it deletes all and creates them anew,
/// without waiting in between.
/// </summary>
internal static class ReplaceVerb
{
    public static IEnumerable<Event> Run(ReplaceOperation operation, Kubectl kubectl, Outcome outcome)
    {
        if (!operation.Force)
        {
            foreach (var step in outcome.Each(operation.Objects, (wanted, own) => Replace(wanted, kubectl, own))) yield return step;
            yield break;
        }

        foreach (var step in outcome.Each(operation.Objects, (wanted, own) => Remove(wanted, operation.Cascade, kubectl, own)))
        {
            yield return step;
        }
        if (!outcome.IsOk) yield break;
        foreach (var step in outcome.Each(operation.Objects, (wanted, own) => Calls.Make(new CreateRequest(wanted), kubectl, own)))
        {
            yield return step;
        }
    }

    private static IEnumerable<Event> Replace(ApiObject wanted, Kubectl kubectl, Outcome outcome)
    {
        var read = kubectl.Call(new GetRequest(wanted.Kind, wanted.Key));
        yield return read;
        var stored = Kubectl.AnswerTo(read).Object;
        if (stored is Service { ClusterIP: not "None" } && wanted is Service { ClusterIP: "" })
        {
            // The server has given it an address, which the manifest does not repeat; addresses of services are not simulated.
            outcome.Fail($"The Service \"{wanted.Name}\" is invalid: spec.clusterIP: Invalid value: \"\": field is immutable");
            yield break;
        }

        foreach (var step in Calls.Make(new UpdateRequest(stored is null ? wanted : Over(stored, wanted)), kubectl, outcome))
        {
            yield return step;
        }
    }

    private static IEnumerable<Event> Remove(ApiObject wanted, bool cascade, Kubectl kubectl, Outcome outcome)
    {
        var removal = new Outcome(kubectl.Cluster);
        var steps = cascade
            ? DeleteVerb.Reap(wanted.Kind, wanted.Key, null, kubectl, removal)
            : DeleteVerb.Alone(wanted.Kind, wanted.Key, kubectl, removal);
        foreach (var step in steps) yield return step;
        if (removal.Result != ApiResult.NotFound) outcome.Join(removal);
    }

    /// <summary>What the server keeps of the object that is replaced.</summary>
    private static ApiObject Over(ApiObject stored, ApiObject wanted)
    {
        var replaced = (stored, wanted) is (Pod old, Pod next) ? next with { Status = old.Status } : wanted;
        return replaced with
        {
            Metadata = stored.Metadata with { Labels = wanted.Metadata.Labels, Annotations = wanted.Metadata.Annotations },
        };
    }
}
