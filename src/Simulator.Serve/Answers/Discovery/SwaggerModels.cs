using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>The models of one version: what v1 has is taken from there, the group's own are made of the table of structs.</summary>
internal sealed class SwaggerModels(ServedResource any)
{
    private readonly string _structs = any.Struct.Split('.')[0] + ".";
    private readonly string _own = any.Version + ".";
    private readonly JsonObject _models = [];

    /// <summary>All that the paths refer to, and what these refer to, in the order in which they are met.</summary>
    public JsonObject ReferredBy(JsonArray paths)
    {
        foreach (var path in paths.Objects())
        {
            foreach (var operation in path["operations"].Objects()) AddOf(operation);
        }

        return _models;
    }

    private void AddOf(JsonObject operation)
    {
        Add(operation.Text("type"));
        foreach (var parameter in operation["parameters"].Objects()) Add(parameter.Text("type"));
    }

    private void Add(string id)
    {
        if (!id.Contains('.', StringComparison.Ordinal) || _models.ContainsKey(id)) return;
        var model = Model(id);
        _models[id] = model;
        foreach (var (_, property) in model["properties"] as JsonObject ?? [])
        {
            Add(property.Text("$ref"));
            Add(property?["items"].Text("$ref") ?? "");
        }
    }

    private JsonObject Model(string id)
    {
        if (id.StartsWith(_own, StringComparison.Ordinal) && FieldTable.Find(_structs + id[_own.Length..]) is { } own) return Of(id, own);
        if (id.StartsWith(_own, StringComparison.Ordinal) && id.EndsWith("List", StringComparison.Ordinal)) return ListOf(id);
        if (SwaggerCore.Model(id) is { } known) return (JsonObject)known.DeepClone();
        return FieldTable.Find(id) is { } other ? Of(id, other) : new JsonObject { ["id"] = id, ["properties"] = new JsonObject() };
    }

    private JsonObject Of(string id, StructType type)
    {
        var model = new JsonObject { ["id"] = id };
        if (ApiWords.OfStruct(type) is { } words) model["description"] = words;
        if (type.Fields.Where(field => !field.OmitsEmpty).Select(field => (JsonNode)field.Name).ToList() is { Count: > 0 } required)
            model["required"] = new JsonArray([.. required]);
        var properties = new JsonObject();
        foreach (var field in type.Fields) properties[field.Name] = Described(ApiWords.OfField(type, field.Name), Property(field.Type));
        model["properties"] = properties;
        return model;
    }

    private static JsonObject ListOf(string id) => new()
    {
        ["id"] = id,
        ["required"] = new JsonArray("items"),
        ["properties"] = new JsonObject
        {
            ["kind"] = Described(ApiWords.Kind, new JsonObject { ["type"] = "string" }),
            ["apiVersion"] = Described(ApiWords.ApiVersion, new JsonObject { ["type"] = "string" }),
            ["metadata"] = Described(ApiWords.OfList("metadata"), new JsonObject { ["$ref"] = "unversioned.ListMeta" }),
            ["items"] = Described(
                ApiWords.OfList("items"),
                new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = id[..^"List".Length] } }),
        },
    };

    private static JsonObject Described(string? words, JsonObject property)
    {
        if (words is not null) property["description"] = words;
        return property;
    }

    private JsonObject Property(FieldType type) => type.Kind switch
    {
        FieldKind.Struct => new JsonObject { ["$ref"] = IdOf(type.Struct!) },
        FieldKind.List => new JsonObject { ["type"] = "array", ["items"] = Property(type.Element!) },
        FieldKind.Map => new JsonObject { ["type"] = "object" },
        FieldKind.Flag => new JsonObject { ["type"] = "boolean" },
        FieldKind.Int32 => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
        FieldKind.Int64 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private string IdOf(StructType type) =>
        type.Name.StartsWith(_structs, StringComparison.Ordinal) ? _own + type.Name[_structs.Length..] : type.Name;
}
