using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Api.Words;

namespace Simulator.Serve.Answers.Errors;

/// <summary>The refusals of 1.3.10 in their words (pkg/api/errors/errors.go).</summary>
public static class Failures
{
    public const string Modified = "the object has been modified; please apply your changes to the latest version and try again";

    /// <summary>An error that nobody had foreseen: only the text.</summary>
    public static ApiException Internal(string message) => Make(500, message, null, null);

    public static ApiException BadRequest(string message) => Make(400, message, "BadRequest", null);

    public static ApiException NotFound(string group, string resource, string name) =>
        Make(404, $"{Qualified(resource, group)} \"{name}\" not found", "NotFound", Details(name, group, resource));

    /// <summary>No such path, in the words that a client gets for a bare status code.</summary>
    public static ApiException NoSuchPath() => Make(404, "the server could not find the requested resource", "NotFound", []);

    public static ApiException MethodNotAllowed() =>
        Make(405, "the server does not allow this method on the requested resource", "MethodNotAllowed", []);

    public static ApiException BareUnsupportedMediaType() =>
        Make(415, "the server responded with the status code 415 but did not return more information", null, []);

    public static ApiException UnsupportedMediaType(IEnumerable<string> accepted) => Make(
        415, $"the body of the request was in an unknown format - accepted media types include: {Wording.Listed(accepted)}",
        "UnsupportedMediaType", null);

    public static ApiException NotAcceptable(IEnumerable<string> accepted) =>
        Make(406, $"only the following media types are accepted: {Wording.Listed(accepted)}", "NotAcceptable", null);

    public static ApiException AlreadyExists(string group, string resource, string name) =>
        Make(409, $"{Qualified(resource, group)} \"{name}\" already exists", "AlreadyExists", Details(name, group, resource));

    public static ApiException Conflict(string group, string resource, string name, string why) => Make(
        409, $"Operation cannot be fulfilled on {Qualified(resource, group)} \"{name}\": {why}", "Conflict", Details(
            name, group, resource));

    public static ApiException Forbidden(string group, string resource, string name, string why) =>
        Make(403, $"{Qualified(resource, group)} \"{name}\" is forbidden: {why}", "Forbidden", Details(name, group, resource));

    public static ApiException ServiceUnavailable(string message) => Make(503, message, "ServiceUnavailable", null);

    public static ApiException Invalid(string group, string kind, string name, IReadOnlyList<FieldError> errors)
    {
        var text = errors.Count == 1 ? errors[0].ToString() : $"[{Wording.Listed(errors.Select(error => error.ToString()))}]";
        var details = Details(name, group, kind);
        details["causes"] = new JsonArray([.. errors.Select(FieldCauses.Of)]);
        return Make(422, $"{Qualified(kind, group)} \"{name}\" is invalid: {text}", "Invalid", details);
    }

    public static ApiException Make(int code, string message, string? reason, JsonObject? details) =>
        new(code, Status(code, message, reason, details));

    public static JsonObject Status(int code, string message, string? reason, JsonObject? details)
    {
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = message,
        };
        if (reason is not null) status["reason"] = reason;
        if (details is not null) status["details"] = details;
        status["code"] = code;
        return status;
    }

    /// <summary>What a deletion that gives no object back says.</summary>
    public static JsonObject Success(int code) => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Success",
        ["code"] = code,
    };

    private static string Qualified(string resource, string group) => group.Length > 0 ? $"{resource}.{group}" : resource;

    public static JsonObject Details(string name, string group, string kind)
    {
        var details = new JsonObject();
        if (name.Length > 0) details["name"] = name;
        if (group.Length > 0) details["group"] = group;
        if (kind.Length > 0) details["kind"] = kind;
        return details;
    }
}
