using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Manifests;
using Simulator.ControlPlane.Hosting;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Documents;
using Simulator.World.ApiServer;
using Simulator.World.Specification.Operations;
using KindTable = Simulator.Serve.Clusters.Writing.KindTable;

namespace Simulator.Serve.Clusters;

/// <summary>
/// The store of a simulated cluster as documents: kinds that act are its own objects, all others are kept as they are given. What is
/// written here is done to the cluster as a user's call would be, once the API's rules have been applied.
/// </summary>
public sealed class ClusterDocuments : IDocumentStore
{
    private readonly string _cluster;
    private readonly ObjectStore _store;
    private readonly ClusterClock _clock;
    private readonly IOutsideWriter _writer;
    private readonly VersionMap _versions = new();
    private readonly OtherDocuments _others = new();
    private readonly ChangeLog _log = new();
    private readonly TypedDocuments _typed;
    private readonly StoredObjects _objects;
    private readonly UsageDocuments _usage;
    private readonly NodeLeases _leases;
    private readonly KindTable _kinds;
    private readonly NodeAddresses _addresses = new();

    /// <summary>What a client has given and the run is about to store.</summary>
    private (DocumentKey Key, JsonObject Given)? _coming;

    /// <param name="writer">Does to the run what is written here.</param>
    public ClusterDocuments(ServedCluster cluster, ClusterClock clock, IOutsideWriter writer)
    {
        (_cluster, _store, _clock, _writer) = (cluster.Name, cluster.Server.Store, clock, writer);
        _kinds = KindTable.Of(cluster.Api);
        var setting = new Setting(clock, _addresses, _store, _kinds, cluster.Now, LastHeartbeat);
        _typed = new TypedDocuments(setting, _versions);
        (_usage, _leases) = (new UsageDocuments(setting, cluster.Usage), new NodeLeases(setting, LastRenewal));
        _objects = new StoredObjects(_typed.Write);
        foreach (var node in _store.List("Node")) _addresses.Add(node.Name);
        _log.BeginAt(Version);
        _store.Committed += OnCommitted;
        cluster.Server.EventWritten += new ComponentEvents(this, _store, _kinds, clock, cluster.Now).OnWritten;

        Instant? LastRenewal(string node) => cluster.Server.Leases?.Of(node).LastRenewal(Instant.FromStart(cluster.Now()));
        Instant? LastHeartbeat(Node node) => cluster.Server.Heartbeats?.LastHeartbeat(node, Instant.FromStart(cluster.Now()));
    }

    public event Action<DocumentChange>? Changed;

    public long Version => _versions.At(_store.Revision);

    public JsonObject? Find(DocumentKey key) => _kinds.OfResource(key.Resource) is { } row
        ? _store.Find(row.Kind, KeyOf(key)) is { } stored ? _typed.Of(stored) : null
        : UsageDocuments.Has(key.Resource) ? _usage.Find(key) : _others.Find(key)?.Json ?? _leases.Find(key);

    public IReadOnlyList<StoredDocument> Stored(string resource, string? home) => _kinds.OfResource(resource) is { } row
        ? [.. _store.List(row.Kind, home ?? "").Select(_objects.Of)]
        : UsageDocuments.Has(resource) ? _usage.List(resource, home)
        : resource == NodeLeases.Resource ? [.. _others.List(resource, home), .. _leases.List(home)] : _others.List(resource, home);

    /// <exception cref="FormatException">A value of a wrong type in an object that is acted upon.</exception>
    public JsonObject Put(DocumentKey key, JsonObject document)
    {
        if (_kinds.OfResource(key.Resource) is not { } row)
        {
            _writer.KeepDocument(_cluster, key, document);
            return PutOther(key, document);
        }

        var wanted = StoredReader.Read(JsonSerializer.SerializeToUtf8Bytes(document), row.Shown, row.Version, _clock.Origin);
        var parts = Find(key) is { } before ? ChangedParts.Of(Unversioned(before), Unversioned(document)) : StoredParts.All;
        _coming = (key, Unversioned(document));
        _writer.Store(new StoreOperation(wanted, parts) { Cluster = _cluster, IsByHand = true }, key, document);
        var stored = _store.Find(row.Kind, KeyOf(key))!;
        if (_coming is not null) TakeGift(key, stored);
        return _typed.Of(stored);
    }

    public void Remove(DocumentKey key)
    {
        if (_kinds.OfResource(key.Resource) is not { } row)
        {
            _writer.ForgetDocument(_cluster, key);
            RemoveOther(key);
            return;
        }

        if (_store.Find(row.Kind, KeyOf(key)) is null) throw new KeyNotFoundException($"{key} is not there");
        _writer.Remove(new RemoveOperation(row.Kind, KeyOf(key)) { Cluster = _cluster, IsByHand = true }, key);
    }

    public IReadOnlyList<DocumentChange>? ChangesAfter(long version) => _log.After(version);

    /// <summary>Stores a document of a kind that nobody acts upon; the run does not hear of it.</summary>
    internal JsonObject PutOther(DocumentKey key, JsonObject document)
    {
        var stored = (JsonObject)document.DeepClone();
        if (stored["metadata"] is not JsonObject metadata) stored["metadata"] = metadata = [];
        var before = _others.Find(key);
        var version = _versions.Next(_store.Revision);
        metadata["resourceVersion"] = $"{version}";
        var now = new PlainDocument(stored);
        _others.Set(key, now);
        Tell(new DocumentChange(version, key, before, now));
        return stored;
    }

    internal void RemoveOther(DocumentKey key)
    {
        var before = _others.Find(key) ?? throw new KeyNotFoundException($"{key} is not there");
        _others.Remove(key);
        Tell(new DocumentChange(_versions.Next(_store.Revision), key, before, null));
    }

    /// <summary>Versions and the kind are no part of what a client gives.</summary>
    private static JsonObject Unversioned(JsonObject document)
    {
        var plain = (JsonObject)document.DeepClone();
        plain.Remove("kind");
        plain.Remove("apiVersion");
        if (plain["metadata"] is not JsonObject metadata) return plain;
        metadata.Remove("resourceVersion");
        metadata.Remove("selfLink");
        return plain;
    }

    private static ObjectKey KeyOf(DocumentKey key) => new(key.Namespace, key.Name);

    private void OnCommitted(WatchEvent commit)
    {
        if (_kinds.Find(commit.Object.Kind) is not { } row) return;
        if (commit is { Type: WatchEventType.Added, Object: Node node }) _addresses.Add(node.Name);
        _typed.Follow(commit);
        var key = new DocumentKey(row.Resource, commit.Object.Namespace, commit.Object.Name);
        var isGone = commit.Type == WatchEventType.Deleted;
        if (!isGone) TakeGift(key, commit.Object);
        var past = _objects.Forget(commit.Previous);
        Tell(new DocumentChange(_versions.At(_store.Revision), key, past, isGone ? null : _objects.Of(commit.Object)));
        if (commit is not { Type: WatchEventType.Deleted, Object: Namespace home }) return;
        foreach (var left in _others.In(home.Name)) RemoveOther(left);
    }

    /// <summary>Ahead of everybody who is told of the write.</summary>
    private void TakeGift(DocumentKey key, ApiObject stored)
    {
        if (_coming is not { } coming || coming.Key != key) return;
        _typed.Keep(stored, coming.Given);
        _coming = null;
    }

    private void Tell(in DocumentChange change)
    {
        _log.Add(change);
        Changed?.Invoke(change);
        change.Old?.Pass();
    }
}
