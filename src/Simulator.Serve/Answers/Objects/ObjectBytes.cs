using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Objects as they go on the wire, kept with each version of them: lists and watches are put together from these.</summary>
internal static class ObjectBytes
{
    /// <summary>With its kind and version in front.</summary>
    public static byte[] Of(ServedResource resource, StoredDocument stored) => stored.Keep(
        $"object {resource.GroupVersion}",
        it => Views.Find(resource) is null
            ? Write(resource, it.Json)
            : GoJson.Write(Presenter.Single(resource, it.Json), isIndented: false));

    /// <summary>As it is stored, with the link in its metadata: nothing else is copied.</summary>
    private static byte[] Write(ServedResource resource, JsonObject stored)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        buffer.Write(Encoding.UTF8.GetBytes(HeadOf(resource)));
        var isFirst = true;
        foreach (var (key, value) in stored)
        {
            if (key is "kind" or "apiVersion") continue;
            if (!isFirst) buffer.Write(","u8);
            isFirst = false;
            GoJson.WriteKey(key, buffer);
            GoJson.Write(key == "metadata" ? Linked(resource, stored) : value, isIndented: false, buffer);
        }

        buffer.Write("}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static JsonNode? Linked(ServedResource resource, JsonObject stored)
    {
        var carrier = new JsonObject { ["metadata"] = stored["metadata"]!.DeepClone() };
        return SelfLinks.Put(carrier, SelfLinks.Of(resource, stored))["metadata"];
    }

    /// <summary>As lists have it: without kind and version, and here without its first brace.</summary>
    private static ReadOnlyMemory<byte> ItemOf(ServedResource resource, StoredDocument stored) =>
        Of(resource, stored).AsMemory(HeadOf(resource).Length);

    private static string HeadOf(ServedResource resource) => $"{{\"kind\":\"{resource.Kind}\",\"apiVersion\":\"{resource.GroupVersion}\",";

    /// <summary>A list, compact.</summary>
    /// <param name="version">Null: it has none.</param>
    public static List<ReadOnlyMemory<byte>> ListOf(RequestTarget target, IEnumerable<StoredDocument> stored, long? version)
    {
        var head = GoJson.Write(Presenter.List(target, [], version), isIndented: false);
        List<ReadOnlyMemory<byte>> parts = [head.AsMemory(0, head.Length - 2)];
        foreach (var document in stored)
        {
            parts.Add(parts.Count == 1 ? Open : Between);
            parts.Add(ItemOf(target.Resource, document));
        }

        parts.Add(End);
        return parts;
    }

    private static readonly byte[] Open = "{"u8.ToArray();

    private static readonly byte[] Between = ",{"u8.ToArray();

    private static readonly byte[] End = "]}"u8.ToArray();
}
