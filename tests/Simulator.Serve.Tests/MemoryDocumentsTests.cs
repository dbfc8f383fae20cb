using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Xunit;

namespace Simulator.Serve.Tests;

public sealed class MemoryDocumentsTests
{
    private static readonly DocumentKey Web = new("pods", "default", "web");

    private readonly MemoryDocuments _documents = new();

    [Fact]
    public void A_write_is_one_version_more()
    {
        _documents.BeginAt(41);
        Assert.Equal("42", (string?)_documents.Put(Web, [])["metadata"]!["resourceVersion"]);
        Assert.Equal(42, _documents.Version);
    }

    [Fact]
    public void Changes_can_be_asked_for_as_long_as_they_are_known()
    {
        _documents.BeginAt(5);
        _documents.Put(Web, []);
        _documents.Remove(Web);
        Assert.Equal([6, 7], _documents.ChangesAfter(5)!.Select(change => change.Version));
        Assert.Null(_documents.ChangesAfter(4));
    }

    [Fact]
    public void A_list_is_in_the_order_of_namespaces_and_names()
    {
        DocumentKey[] keys = [new("pods", "b", "a"), Web, new("pods", "b", "A"), new("nodes", "", "n")];
        foreach (var key in keys) _documents.Put(key, new JsonObject { ["name"] = $"{key.Namespace}/{key.Name}" });
        Assert.Equal(["b/A", "b/a", "default/web"], _documents.List("pods", null).Select(pod => (string?)pod["name"]));
        Assert.Equal(["b/A", "b/a"], _documents.List("pods", "b").Select(pod => (string?)pod["name"]));
    }
}
