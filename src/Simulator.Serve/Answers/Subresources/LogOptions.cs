using System.Globalization;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>What a client wants of a log (PodLogOptions).</summary>
public sealed record LogOptions
{
    public string Container { get; init; } = "";

    public bool Follows { get; init; }

    public bool IsOfPrevious { get; init; }

    public bool HasTimes { get; init; }

    public long? TailLines { get; init; }

    public long? SinceSeconds { get; init; }

    public bool HasSinceTime { get; init; }

    public long? LimitBytes { get; init; }

    public static LogOptions Of(QueryText query) => new()
    {
        Container = query["container"] ?? "",
        Follows = query.Flag("follow"),
        IsOfPrevious = query.Flag("previous"),
        HasTimes = query.Flag("timestamps"),
        TailLines = Number(query["tailLines"]),
        SinceSeconds = Number(query["sinceSeconds"]),
        HasSinceTime = query["sinceTime"] is { Length: > 0 },
        LimitBytes = Number(query["limitBytes"]),
    };

    /// <summary>ValidatePodLogOptions in pkg/api/validation/validation.go.</summary>
    public void Check()
    {
        List<FieldError> errors = [];
        if (TailLines < 0) errors.Add(Invalid("tailLines", TailLines, "must be greater than or equal to 0"));
        if (LimitBytes < 1) errors.Add(Invalid("limitBytes", LimitBytes, "must be greater than 0"));
        if (SinceSeconds is not null && HasSinceTime)
            errors.Add(new FieldError(
                FieldPath.Root(""), "Forbidden", "", "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        else if (SinceSeconds < 1) errors.Add(Invalid("sinceSeconds", SinceSeconds, "must be greater than 0"));
        if (errors.Count > 0) throw Failures.Invalid("", "PodLogOptions", "", errors);
    }

    private static FieldError Invalid(string field, long? value, string why) =>
        new(FieldPath.Root(field), "Invalid value", $"{value}", why);

    private static long? Number(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Failures.Internal($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }
}
