using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Tests.Quality;

namespace Simulator.Tests.Cases.Importing;

/// <summary>
/// A cluster as an API server of later versions would show it, small and written by hand (<c>handmade-dump/</c>): three nodes in two zones,
/// a Deployment with a former revision, a DaemonSet that a taint keeps from one node, a StatefulSet with a disk, a static pod, one that
/// waits, one that is done, and one of an operator that nobody knows.
/// </summary>
internal static class HandmadeDump
{
    public static string Folder => Path.Combine(Repository.Folder("tests"), "Simulator.Tests", "Cases", "handmade-dump");

    public static JsonArray Nodes() => Items("nodes.yaml");

    public static JsonArray Owners() => Items("owners.yaml");

    public static JsonArray Pods() => Items("pods.yaml");

    /// <summary>As kubectl get -o json writes it.</summary>
    public static JsonObject List(params JsonArray[] parts) => new()
    {
        ["apiVersion"] = "v1",
        ["items"] = new JsonArray([.. parts.SelectMany(items => items).Select(item => item!.DeepClone())]),
        ["kind"] = "List",
    };

    /// <summary>As the API server answers: its items do not say what they are.</summary>
    public static JsonObject ApiList(string kind, JsonArray items) => new()
    {
        ["kind"] = kind,
        ["apiVersion"] = "v1",
        ["items"] = new JsonArray([.. items.Select(Bare)]),
    };

    private static JsonNode Bare(JsonNode? item)
    {
        var bare = (JsonObject)item!.DeepClone();
        bare.Remove("kind");
        bare.Remove("apiVersion");
        return bare;
    }

    private static JsonArray Items(string file)
    {
        var tree = SourceTree.ReadFile(Path.Combine(Folder, file), new Diagnostics(), Dialect.Kubectl);
        return (JsonArray)JsonNode.Parse(SourceJson.Write(tree[0]))!["items"]!.DeepClone();
    }
}
