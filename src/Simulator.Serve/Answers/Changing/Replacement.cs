using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Changing;

/// <summary>PUT of an object, its status, or a namespace's finalizers.</summary>
internal sealed class Replacement(Writer writer)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var given = BodyReader.Read(asked, BodyKind.Of(target.Resource));
        NameChecks.Check(target, given);
        var document = StoredForm.Of(target.Resource, given);
        writer.Admission.OnUpdate(target.Resource, target.Namespace);
        var stored = writer.Store.Find(target.Key);
        CheckUid(target, document, stored);
        writer.GuardRoles(target, document, asked);
        if (stored is not null)
        {
            return asked.Document(200, Presenter.Single(target, writer.Update(target, document, stored, PartOf(target))));
        }
        if (!KindRuleTable.Of(target.Resource.StoredName).CreatesOnUpdate || target.Subresource is not null)
            throw Failures.NotFound(target.Resource.StoredGroup, target.Resource.Name, target.Name!);
        return asked.Document(201, Presenter.Single(target, writer.Insert(target, document, asked.Now)));
    }

    public static ChangedPart PartOf(RequestTarget target) => target.Subresource?.Name switch
    {
        "status" => ChangedPart.Status,
        "finalize" => ChangedPart.Finalizers,
        _ => ChangedPart.Object,
    };

    /// <summary>The uid in a body is a precondition; a missing object has none (checkPreconditions in pkg/storage/etcd).</summary>
    private static void CheckUid(RequestTarget target, JsonObject document, JsonObject? stored)
    {
        var uid = document["metadata"].Text("uid");
        var found = stored?["metadata"].Text("uid") ?? "";
        if (uid.Length == 0 || uid == found) return;
        throw Failures.Conflict(target.Resource.StoredGroup, target.Resource.Name, target.Name!, StorageTexts.OtherUid(target, found));
    }
}
