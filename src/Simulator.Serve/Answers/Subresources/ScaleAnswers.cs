using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Changing;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary><c>/scale</c> of controllers, deployments and replica sets (the ScaleREST of pkg/registry/*/etcd).</summary>
internal sealed class ScaleAnswers(Writer writer)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var shape = ScaleShape.Of(target);
        if (asked.Method == "GET") return asked.Document(200, shape.Show(Find(target, shape)));
        var wanted = asked.Method == "PUT" ? Given(asked, target, shape) : Patched(asked, target, shape);
        if (target.Resource.Name != "replicationcontrollers" || asked.Method == "PUT") NameChecks.Check(target, wanted);
        return asked.Document(200, shape.Show(Update(target, shape, wanted)));
    }

    private JsonObject Find(RequestTarget target, ScaleShape shape) =>
        writer.Store.Find(target.Key) ?? throw Failures.NotFound(shape.Group, $"{target.Resource.Name}/scale", target.Name!);

    private static JsonObject Given(Asked asked, RequestTarget target, ScaleShape shape)
    {
        var given = BodyReader.Read(asked, shape.Body);
        NameChecks.Check(target, given);
        return given;
    }

    private JsonObject Patched(Asked asked, RequestTarget target, ScaleShape shape)
    {
        var apply = Patch.Find(asked);
        return Patch.Patched(apply, shape.Show(Find(target, shape)), asked, shape.Body.Type);
    }

    private JsonObject Update(RequestTarget target, ScaleShape shape, JsonObject wanted)
    {
        writer.Admission.OnUpdate(target.Resource, target.Namespace);
        var stored = Find(target, shape);
        var replicas = wanted["spec"]?["replicas"].AsNumber() ?? 0;
        if (replicas < 0)
        {
            var error = new FieldError(
                FieldPath.Spec.Child("replicas"), "Invalid value", $"{replicas}", "must be greater than or equal to 0");
            throw Failures.Invalid(shape.Group, "Scale", target.Name!, [error]);
        }

        var document = stored.Copy();
        document.Child("spec")["replicas"] = replicas;
        document.Child("metadata")["resourceVersion"] = wanted["metadata"].Text("resourceVersion");
        return writer.Update(target with { Resource = shape.Scaled }, document, stored, ChangedPart.Object);
    }
}
