using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Selecting;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Changing;

/// <summary>DELETE of an object and of a collection.</summary>
internal sealed class Deletion(Writer writer)
{
    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var options = DeleteOptions.Of(asked);
        writer.Admission.OnDelete(target.Resource, target.Namespace, target.Name!);
        var stored = writer.Store.Find(target.Key)
            ?? throw Failures.NotFound(target.Resource.StoredGroup, target.Resource.Name, target.Name!);
        var left = Delete(target.Key, target, stored, options, asked.Now);
        return asked.Document(200, left is null ? Failures.Success(200) : Presenter.Single(target, left));
    }

    public ServerAnswer AnswerCollection(Asked asked, RequestTarget target)
    {
        writer.Admission.OnDelete(target.Resource, target.Namespace, "");
        var selection = Selection.Of(target, asked.Query);
        var options = DeleteOptions.Of(asked);
        var chosen = writer.Store.Stored(target.Resource.StoredName, target.Namespace)
            .Where(selection.Takes)
            .Select(stored => stored.Json)
            .ToList();
        var list = Presenter.List(target, chosen, writer.Store.Version);
        foreach (var stored in chosen)
        {
            var key = target.Key with { Name = stored["metadata"].Text("name"), Namespace = stored["metadata"].Text("namespace") };
            Delete(key, target, stored, options, asked.Now);
        }

        return asked.Document(200, list);
    }

    /// <summary>What is given back of the object; null: nothing but that it is done.</summary>
    private JsonObject? Delete(DocumentKey key, RequestTarget target, JsonObject stored, DeleteOptions options, DateTimeOffset now)
    {
        if (key.Resource == "namespaces") NamespaceDeletion.CheckUid(stored, options.Uid);
        else CheckUid(target, stored, options);
        if (key.Resource == "pods") return GracefulDeletion.Delete(writer.Store, key, stored, options, now);
        if (key.Resource == "namespaces") return NamespaceDeletion.Delete(writer.Store, key, stored, now);
        if (options.Orphans && target.Resource.Api == ApiGroups.Apps) Release(key, stored["metadata"].Text("uid"));
        writer.Store.Remove(key);
        if (key.Resource == "services") writer.RemoveIfThere(key with { Resource = "endpoints" });
        return null;
    }

    /// <summary>Who is nobody's is not collected.</summary>
    private void Release(DocumentKey key, string uid)
    {
        foreach (var resource in (string[])["pods", "replicasets", "jobs"])
        {
            foreach (var owned in writer.Store.List(resource, key.Namespace))
            {
                var owners = owned["metadata"]?["ownerReferences"].Objects().ToList() ?? [];
                if (!owners.Exists(owner => owner.Text("uid") == uid)) continue;
                var freed = owned.Copy();
                var left = owners.Where(owner => owner.Text("uid") != uid).Select(owner => owner.DeepClone()).ToList();
                if (left.Count > 0) freed.Child("metadata")["ownerReferences"] = new JsonArray([.. left]);
                else freed.Child("metadata").Remove("ownerReferences");
                writer.Store.Put(key with { Resource = resource, Name = owned["metadata"].Text("name") }, freed);
            }
        }
    }

    private static void CheckUid(RequestTarget target, JsonObject stored, DeleteOptions options)
    {
        var (name, uid) = (stored["metadata"].Text("name"), stored["metadata"].Text("uid"));
        if (options.Uid is not { } asked || asked == uid) return;
        throw Failures.Conflict(
            target.Resource.StoredGroup, target.Resource.Kind, name,
            $"the UID in the precondition ({asked}) does not match the UID in record ({uid}). The object might have been deleted and then "
            + "recreated");
    }
}
