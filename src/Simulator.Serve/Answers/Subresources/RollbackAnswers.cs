using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Changing;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>POST to <c>deployments/X/rollback</c>: the controller does it (the RollbackREST of pkg/registry/deployment/etcd).</summary>
internal sealed class RollbackAnswers(Writer writer)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var given = BodyReader.Read(asked, BodyKind.Of("extensions.DeploymentRollback", "extensions/v1beta1"));
        writer.Admission.OnCreate(target.Resource, target.Namespace, given);
        var name = given.Text("name");
        if (name.Length == 0)
        {
            var errors = PlainObjectRules.Required(FieldPath.Root("name"), "name is required");
            throw Failures.Invalid("extensions", "DeploymentRollback", "", errors);
        }

        var key = target.Key with { Name = name };
        var stored = writer.Store.Find(key) ?? throw Failures.NotFound("extensions", "deployments", name);
        writer.Store.Put(key, Wanted(stored, given));

        // Quirk: the server then fails to write the nothing that it has to give back; clients ignore it.
        return asked.Document(201, Failures.Status(500, "expected pointer, but got invalid kind", null, null));
    }

    private static JsonObject Wanted(JsonObject stored, JsonObject given)
    {
        var document = stored.Copy();
        foreach (var (key, value) in given["updatedAnnotations"] as JsonObject ?? [])
            document.Child("metadata").Child("annotations")[key] = value?.DeepClone();
        document.Child("spec")["rollbackTo"] = given["rollbackTo"]?.DeepClone();
        return document;
    }
}
