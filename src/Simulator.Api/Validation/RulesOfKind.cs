namespace Simulator.Api.Validation;

/// <summary>The rules of one kind.</summary>
/// <param name="Group">API group in which 1.3.10 has the kind; "" for v1.</param>
/// <param name="CheckUpdate">Of a stored object and the one that is to take its place.</param>
internal sealed record RulesOfKind(
    string Group, Action<ApiObject, FieldErrors> Check, Action<ApiObject, ApiObject, FieldErrors> CheckUpdate)
{
    public static RulesOfKind For<T>(string group, Action<T, FieldErrors> check, Action<T, T, FieldErrors> checkUpdate)
        where T : ApiObject =>
        new(group, (value, errors) => check((T)value, errors), (old, now, errors) => checkUpdate((T)old, (T)now, errors));
}
