namespace Simulator.Api.Validation;

/// <summary>What containers ask for (ValidateResourceRequirements in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ResourceRules
{
    /// <summary>Of any object (standardResources in pkg/api/helpers.go).</summary>
    private static readonly HashSet<string> Standard =
    [
        ResourceNames.Cpu, ResourceNames.Memory, ResourceNames.RequestsCpu, ResourceNames.RequestsMemory, ResourceNames.LimitsCpu,
        ResourceNames.LimitsMemory,
        ResourceNames.Pods, ResourceNames.Quotas, ResourceNames.Services, ResourceNames.ReplicationControllers, ResourceNames.Secrets,
        ResourceNames.ConfigMaps,
        ResourceNames.Claims, ResourceNames.Storage,
    ];

    public static void Check(Container container, FieldPath path, FieldErrors errors)
    {
        var (limits, requests) = (path.Child("limits"), path.Child("requests"));
        foreach (var (name, limit) in container.Limits.Amounts)
        {
            CheckAmount(name, limit, limits, errors);
            if (container.Requests.TryGet(name, out var request)) CheckOrder(name, request, limit, limits, requests, errors);
        }

        foreach (var (name, request) in container.Requests.Amounts) CheckAmount(name, request, requests, errors);
    }

    public static void CheckName(string name, FieldPath path, FieldErrors errors)
    {
        var messages = TextRules.QualifiedName(name);
        errors.InvalidEach(path, name, messages);
        if (messages.Count == 0 && !name.Contains('/') && !Standard.Contains(name))
            errors.Invalid(path, name, "must be a standard resource type or fully qualified");
    }

    /// <summary>
    /// Only cpu, memory and what later versions added have names without a domain; a name with a domain will do in any form.
    /// </summary>
    public static void CheckContainerName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Contains('/') || name is ResourceNames.Cpu or ResourceNames.Memory) return;
        if (name == ResourceNames.EphemeralStorage && errors.IsLater) return;
        CheckName(name, path, errors);
        errors.Invalid(path, name, "must be a standard resource for containers");
    }

    /// <summary>Whole units, away from zero, as messages count them.</summary>
    public static long WholeUnits(Quantity amount) => amount.Nanos >= 0 ? amount.Value : -new Quantity(-amount.Nanos).Value;

    private static void CheckAmount(string name, Quantity amount, FieldPath path, FieldErrors errors)
    {
        CheckContainerName(name, path.Key(name), errors);
        if (Standard.Contains(name) && amount.Nanos < 0)
            errors.Invalid(path.Key(name).Key(name), WholeUnits(amount), "must be a valid resource quantity");
    }

    private static void CheckOrder(string name, Quantity request, Quantity limit, FieldPath limits, FieldPath requests, FieldErrors errors)
    {
        if (name == ResourceNames.NvidiaGpu && limit.CompareTo(request) != 0)
            errors.Invalid(requests, request.ToString(), $"must be equal to {name} limit");
        else if (limit.CompareTo(request) < 0) errors.Invalid(limits, limit.ToString(), $"must be greater than or equal to {name} request");
    }
}
