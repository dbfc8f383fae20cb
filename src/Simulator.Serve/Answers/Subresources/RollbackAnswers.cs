using System.Text.Json.Nodes;
using Simulator.Api;
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
        Check(given);
        var name = given.Text("name");
        var key = target.Key with { Name = name };
        var stored = writer.Store.Find(key) ?? throw Failures.NotFound("extensions", "deployments", name);
        writer.Store.Put(key, Wanted(stored, given));

        // Quirk: the server then fails to write the nothing that it has to give back; clients ignore it.
        return asked.Document(201, Failures.Status(500, "expected pointer, but got invalid kind", null, null));
    }

    /// <summary>ValidateDeploymentRollback in pkg/apis/extensions/validation/validation.go.</summary>
    private static void Check(JsonObject given)
    {
        var errors = new FieldErrors();
        var notes = (given["updatedAnnotations"] as JsonObject ?? [])
            .Select(note => KeyValuePair.Create(note.Key, note.Value.AsText() ?? ""));
        ObjectMetaRules.CheckAnnotations(LabelSet.Of(notes), FieldPath.Root("updatedAnnotations"), errors);
        if (given.Text("name").Length == 0) errors.Required(FieldPath.Root("name"), "name is required");
        errors.Negative(FieldPath.Root("rollback").Child("version"), given["rollbackTo"]?["revision"].AsNumber() ?? 0);
        if (errors.Count > 0) throw Failures.Invalid("extensions", "DeploymentRollback", given.Text("name"), errors.All);
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
