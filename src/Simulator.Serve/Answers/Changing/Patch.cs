using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Defaults;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Patching;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Changing;

/// <summary>PATCH of an object or its status (patchResource in pkg/apiserver/resthandler.go).</summary>
internal sealed class Patch(Writer writer)
{
    private const string ServerSide = "application/apply-patch+yaml";

    private const string NoServerSide =
        "server-side apply is not simulated: nobody keeps which client owns which field. kubectl apply without --server-side works";

    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        if (target.Resource.Api == ApiGroups.Apps && asked.Request.Header("Content-Type") == ServerSide)
        {
            throw Failures.Make(415, NoServerSide, "UnsupportedMediaType", []);
        }

        var apply = Find(asked);
        var stored = writer.Store.Find(target.Key)
            ?? throw Failures.NotFound(target.Resource.StoredGroup, target.Resource.Name, target.Name!);
        var shown = StoredForm.Shown(target.Resource, stored);
        var given = Patched(apply, shown, asked, target.Resource.Type);
        NameChecks.Check(target, given);
        writer.Admission.OnUpdate(target.Resource, target.Namespace);
        var document = StoredForm.Of(target.Resource, given);
        writer.GuardRoles(target, document, asked);
        var written = writer.Update(target, document, stored, Replacement.PartOf(target));
        return asked.Document(200, Presenter.Single(target, written));
    }

    public static Func<JsonObject, byte[], StructType, JsonObject> Find(Asked asked) =>
        PatchTable.Find(asked.Request.Header("Content-Type")) ?? throw Failures.BareUnsupportedMediaType();

    /// <summary>What a patch makes of an object, read as if a client had sent it.</summary>
    public static JsonObject Patched(
        Func<JsonObject, byte[], StructType, JsonObject> apply, JsonObject shown, Asked asked, StructType type)
    {
        try
        {
            var result = apply(shown, asked.Request.Body.ToArray(), type);
            var json = GoJson.Write(Sorted(result), isIndented: false);
            try
            {
                return DefaultsWalker.Complete(type, JsonTree.Read(json)!.AsObject());
            }
            catch (DecodeException wrong)
            {
                throw Failures.Internal(DecodeTexts.Of(wrong, json));
            }
        }
        catch (PatchException fault)
        {
            throw Failures.Internal(fault.Message);
        }
    }

    /// <summary>Go writes the keys of maps in their order: places in sentences count on it.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(
            fields.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
