using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl create: one object after the other, whatever becomes of those before (pkg/kubectl/cmd/create.go).</summary>
internal static class CreateVerb
{
    public static IEnumerable<Event> Run(CreateOperation operation, Kubectl kubectl, Outcome outcome) =>
        outcome.Each(operation.Objects, (wanted, own) => Calls.Make(new CreateRequest(wanted), kubectl, own));
}
