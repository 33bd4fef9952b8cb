interface Person {
  email: string;
  password: string;
}

/** Enough of Cognito for a console: passwords are compared, tokens are only names. */
export class FakeCognito {
  readonly people: Person[] = [{ email: 'mara@beanbar.example', password: 'Listen-closely-1' }];

  answer(action: string, input: Record<string, unknown>): { status: number; body: unknown } {
    if (action === 'SignUp') return this.#signUp(String(input['Username']), String(input['Password']));
    if (action === 'InitiateAuth') {
      return this.#signIn((input['AuthParameters'] ?? {}) as Record<string, string>);
    }
    return { status: 200, body: {} };
  }

  #signUp(email: string, password: string) {
    if (this.people.some((person) => person.email === email)) return refusal('UsernameExistsException');
    if (password.length < 12) return refusal('InvalidPasswordException');
    this.people.push({ email, password });
    return { status: 200, body: { UserConfirmed: true } };
  }

  #signIn(parameters: Record<string, string>) {
    const email = parameters['REFRESH_TOKEN']?.replace('refresh-', '') ?? parameters['USERNAME'];
    const person = this.people.find((one) => one.email === email);
    const isKnown = person && (parameters['REFRESH_TOKEN'] || person.password === parameters['PASSWORD']);
    if (!isKnown) return refusal('NotAuthorizedException');
    const AuthenticationResult = {
      IdToken: `id-${person.email}`,
      RefreshToken: `refresh-${person.email}`,
      ExpiresIn: 3_600,
    };
    return { status: 200, body: { AuthenticationResult } };
  }
}

function refusal(name: string) {
  return { status: 400, body: { __type: name, message: name } };
}
