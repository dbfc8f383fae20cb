using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Answers.Admission;
using Simulator.Serve.Answers.Defaults;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Changing;

/// <summary>Puts objects into the store as the registries of 1.3.10 do (pkg/registry/generic/registry/store.go).</summary>
internal sealed class Writer(IDocumentStore store, INameSource names, ServerManner manner, KubernetesVersion version)
{
    public IDocumentStore Store => store;

    public AdmissionChain Admission { get; } = new(store, manner, version);

    private RoleGuard Roles { get; } = new(store);

    private ServiceNumbers Numbers { get; } = new(store, names);

    /// <summary>A new object, in its stored version.</summary>
    public JsonObject Create(RequestTarget target, JsonObject document, Asked asked)
    {
        document = Admission.OnCreate(target.Resource, target.Namespace, document);
        GuardRoles(target, document, asked);
        return Insert(target, document, asked.Now);
    }

    /// <summary>Nobody gives what he does not have; asked ahead of defaults and validation.</summary>
    public void GuardRoles(RequestTarget target, JsonObject document, Asked asked)
    {
        // Who comes through a port that asks nobody may do everything; 1.3 stumbles over it.
        var (caller, isLater) = (asked.Request.Caller, target.Resource.Api == ApiGroups.Apps);
        if (isLater && caller.User is null) return;
        if (Roles.Check(caller, target.Resource.Name, target.Namespace ?? "", document, isLater) is not { } refusal) return;
        throw Failures.Make(
            refusal.Code, refusal.Message, refusal.Reason,
            refusal.Resource is { } resource ? Failures.Details(refusal.Name, RoleRefusal.Group, resource) : null);
    }

    /// <summary>Past admission.</summary>
    public JsonObject Insert(RequestTarget target, JsonObject document, DateTimeOffset now)
    {
        var resource = target.Resource;
        Place(target, document);
        var version = document.Child("metadata").Text("resourceVersion");
        NewObject.Prepare(resource, document, names, now);
        Judgement.OnCreate(resource, document);
        if (version is not ("" or "0")) throw Failures.Internal("resourceVersion may not be set on objects to be created");
        var key = new DocumentKey(resource.StoredName, target.Namespace ?? "", document["metadata"].Text("name"));
        if (resource.Name == "services") Numbers.Assign(document, null);
        if (store.Find(key) is not null) throw Failures.AlreadyExists(resource.StoredGroup, resource.Name, key.Name);
        return store.Put(key, Finished(resource, document));
    }

    /// <summary>A new version of an object that is there.</summary>
    /// <param name="part">Which part of it a client may change.</param>
    public JsonObject Update(RequestTarget target, JsonObject document, JsonObject stored, ChangedPart part)
    {
        var resource = target.Resource;
        CheckVersion(target, document, stored);
        Place(target, document);
        ChangedObject.Prepare(resource, document, stored, part);
        if (part == ChangedPart.Status) Judgement.OnStatusUpdate(resource, document, stored);
        else Judgement.OnUpdate(resource, document, stored);
        if (resource.Name == "services" && part == ChangedPart.Object) Numbers.Assign(document, stored);
        var finished = Finished(resource, document);
        return Sameness.Of(finished, stored) ? stored : store.Put(target.Key with { Name = document["metadata"].Text("name") }, finished);
    }

    public void RemoveIfThere(DocumentKey key)
    {
        if (store.Find(key) is not null) store.Remove(key);
    }

    private static void CheckVersion(RequestTarget target, JsonObject document, JsonObject stored)
    {
        var version = document.Child("metadata").Text("resourceVersion");
        if (version is "" or "0") return;
        if (!ulong.TryParse(version, out _)) throw Failures.Internal($"strconv.ParseUint: parsing \"{version}\": invalid syntax");
        if (version != stored["metadata"].Text("resourceVersion"))
            throw Failures.Conflict(target.Resource.StoredGroup, target.Resource.Name, target.Name ?? "", Failures.Modified);
    }

    /// <summary>Puts an object into the namespace of its path.</summary>
    private static void Place(RequestTarget target, JsonObject document)
    {
        var metadata = document.Child("metadata");
        if (!target.Resource.IsNamespaced) metadata.Remove("namespace");
        else if (metadata.Text("namespace").Length == 0) metadata["namespace"] = target.Namespace;
        else if (metadata.Text("namespace") != target.Namespace)
            throw Failures.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }

    /// <summary>As it comes back from the store: defaulted once more, without what only answers carry.</summary>
    private static JsonObject Finished(ServedResource resource, JsonObject document)
    {
        document.Child("metadata").Remove("selfLink");
        return DefaultsWalker.Complete(resource.StoredType, document);
    }
}
